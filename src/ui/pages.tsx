// Settings and help, which are loaded when they are opened.

import "./pages.css";
import { Help } from "./help.tsx";
import { Settings } from "./settings.tsx";
import { Sheet } from "./sheet.tsx";
import type { PageView } from "./view.ts";

export function Pages(props: PageView) {
	const { app, p } = props;
	const { open, close } = app.sheets;
	const which = open.value;
	if (which === null) return null;
	return (
		<Sheet
			key={which}
			title={p[which].title}
			closeLabel={p.close}
			testId={`${which}-sheet`}
			onClose={close}
		>
			{which === "settings" ? <Settings {...props} /> : <Help {...props} />}
		</Sheet>
	);
}
