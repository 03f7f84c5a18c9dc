// Which screen is due, and the frame around it.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Arrival } from "./arrival.tsx";
import { Connect, type MeetingView } from "./connect.tsx";
import { Ended } from "./ended.tsx";
import { Bar } from "./hero.tsx";
import { Home, type HomeView, homeParts } from "./home.tsx";
import { InsideNote } from "./inside.tsx";
import { Icon } from "./parts/icon.tsx";
import { SharedLost } from "./shared-lost.tsx";
import type { CodesView, LatePages, LateView, View } from "./view.ts";

export type ShellView = {
	readonly isUpdateReady: boolean;
	readonly update: () => void;
	readonly canInstall: boolean;
	readonly install: () => void;
	/** The page was opened from a disk or a stick. */
	readonly isFile: boolean;
	/** Version and number of this release; null where it was not built. */
	readonly release: string | null;
};

function Frame(
	props: HomeView & { shell: ShellView; children: ComponentChildren },
) {
	const { app, t, shell, parts } = props;
	const screen = app.screen.value;
	const isHome = screen === "home";
	const isWhole = isHome && parts.value >= homeParts;
	return (
		<>
			<Bar t={t} show={app.sheets.show} />
			{isHome && shell.isUpdateReady && (
				<aside class="notice is-floating">
					<span>{t.shell.update}</span>
					<button
						type="button"
						class="inline"
						data-testid="update"
						onClick={shell.update}
					>
						{t.shell.updateNow}
					</button>
				</aside>
			)}
			<SharedLost app={app} t={t} />
			{app.coming.files.value.length > 0 && (
				<aside class="notice" data-testid="shared">
					<span>
						{t.shared.waiting(app.coming.files.value.map(({ name }) => name))}
					</span>
					<button
						type="button"
						class="inline"
						data-testid="drop-shared"
						onClick={app.coming.dropFiles}
					>
						{t.shared.drop}
					</button>
				</aside>
			)}
			{(isHome || app.screen.value === "arrival") && (
				<InsideNote app={app} t={t} />
			)}
			{props.children}
			{/* Never while somebody waits: here nothing does, and there something has just gone well. */}
			{(isWhole || screen === "ended") && shell.canInstall && (
				<aside class="keep" data-testid="install-offer">
					<p class="hint">{t.shell.installHint}</p>
					<button
						type="button"
						class="inline"
						data-testid="install"
						onClick={shell.install}
					>
						<Icon name="download" />
						{t.shell.install}
					</button>
				</aside>
			)}
			{isWhole && shell.isFile && (
				<p class="hint centred" data-testid="from-file">
					{t.shell.fromFile}
				</p>
			)}
			{isWhole && shell.release && (
				<footer class="release" data-testid="release">
					{t.shell.release(shell.release)}
				</footer>
			)}
		</>
	);
}

/** The screen of the call has been on its way since there was somebody to wait for. */
function Calling(props: MeetingView & LateView) {
	const { t, late, meeting } = props;
	const stage = meeting.call.stage.value;
	if (late.value && stage)
		return (
			<late.value.Call {...props} stage={stage} words={late.value.words} />
		);
	return (
		<main class="calling">
			<h1 class="unseen">{t.call.title}</h1>
			<p
				class="status is-busy"
				role="status"
				data-testid="status"
				data-state={meeting.session.state.value}
			>
				{t.call.connected}
			</p>
		</main>
	);
}

function Screen(props: HomeView & LateView & CodesView) {
	const { app } = props;
	const meeting = app.meeting.value;
	const screen = app.screen.value;
	if (screen === "loading") return <main class="arrival" />;
	if (screen === "arrival") return <Arrival {...props} />;
	if (!meeting || screen === "home") return <Home {...props} />;
	if (screen === "call") return <Calling {...props} meeting={meeting} />;
	if (screen === "ended") return <Ended {...props} meeting={meeting} />;
	return <Connect {...props} meeting={meeting} />;
}

function OpenPages({
	app,
	t,
	pages,
	shell,
}: View & LatePages & { shell: () => ShellView }) {
	if (!pages.value) return null;
	const { Pages, ...rest } = pages.value;
	return <Pages app={app} t={t} release={shell().release} {...rest} />;
}

export function Root(
	props: HomeView &
		LateView &
		CodesView &
		LatePages & { shell: () => ShellView },
) {
	const { app, t } = props;
	const screen = app.screen.value;
	const held = useRef<HTMLDivElement>(null);
	// What comes next stands at the top, also for whoever has scrolled down to scan.
	const isTheirsIn =
		(app.meeting.value?.connect.theirs.code.value ?? null) !== null;
	useEffect(() => {
		held.current?.ownerDocument.defaultView?.scrollTo(0, 0);
	}, [screen, isTheirsIn]);
	return (
		<div ref={held} class="page" data-screen={screen}>
			{screen === "call" ? (
				<Screen {...props} />
			) : (
				<Frame app={app} t={t} parts={props.parts} shell={props.shell()}>
					<Screen {...props} />
				</Frame>
			)}
			<OpenPages app={app} t={t} pages={props.pages} shell={props.shell} />
		</div>
	);
}
