// Runs inside a browser: two connections of one page, joined without codes.

export const pause = (ms: number) =>
	new Promise((done) => setTimeout(done, ms));

export async function connectTwo() {
	const sides = [
		new RTCPeerConnection({ bundlePolicy: "max-bundle" }),
		new RTCPeerConnection({ bundlePolicy: "max-bundle" }),
	] as const;
	const [one, other] = sides;
	const channels = sides.map((side) =>
		side.createDataChannel("control", { negotiated: true, id: 0 }),
	);
	for (const [from, to] of [
		[one, other],
		[other, one],
	] as const)
		from.onicecandidate = ({ candidate }) =>
			void to.addIceCandidate(candidate ?? undefined).catch(() => {});
	await one.setLocalDescription();
	await other.setRemoteDescription(
		one.localDescription as RTCSessionDescription,
	);
	await other.setLocalDescription();
	await one.setRemoteDescription(
		other.localDescription as RTCSessionDescription,
	);
	while (channels.some(({ readyState }) => readyState !== "open"))
		await pause(20);
	for (const side of sides) side.onicecandidate = null;
	return { sides, channels };
}
