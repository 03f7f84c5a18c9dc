// Whether a picture is shown whole or fills its room: it fills where little of it is lost, until the person says.

export type Fit = "whole" | "filled";

export type Shape = { readonly width: number; readonly height: number };

export type Shapes = { readonly picture: Shape; readonly room: Shape };

/** A face stays in view when this much of the longer side is cut away; more, and an upright picture lies. */
const mostLost = 0.34;

const ratioOf = ({ width, height }: Shape) => width / height;

export function fitOf(shapes: Shapes | null): Fit {
	if (shapes === null) return "filled";
	const relation = ratioOf(shapes.picture) / ratioOf(shapes.room);
	if (!Number.isFinite(relation) || relation <= 0) return "filled";
	return 1 - Math.min(relation, 1 / relation) <= mostLost ? "filled" : "whole";
}
