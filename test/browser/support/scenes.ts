// What is in front of a camera when nobody is: two people at home, drawn. Their browsers really film it.

import type { Browser } from "playwright-core";

type Colours = {
	readonly wall: string;
	readonly light: string;
	readonly skin: string;
	readonly hair: string;
	readonly shirt: string;
	readonly plant: string;
};

const homes = {
	ada: {
		wall: "#d9c9b4",
		light: "#f6e7cf",
		skin: "#b97a56",
		hair: "#2d211c",
		shirt: "#2f6f73",
		plant: "#6d8f63",
	},
	ben: {
		wall: "#a9b8c4",
		light: "#dfe8ee",
		skin: "#e6b48f",
		hair: "#7a4a2b",
		shirt: "#b5583c",
		plant: "#4f7a6b",
	},
} satisfies Record<string, Colours>;

export type Name = keyof typeof homes;

const draw = ({ wall, light, skin, hair, shirt, plant }: Colours) => `
	<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720">
		<defs>
			<radialGradient id="room" cx="0.28" cy="0.2" r="1">
				<stop offset="0" stop-color="${light}" /><stop offset="1" stop-color="${wall}" />
			</radialGradient>
		</defs>
		<rect width="1280" height="720" fill="url(#room)" />
		<rect x="120" y="70" width="250" height="320" rx="6" fill="#fff" opacity="0.55" />
		<path d="M245 70v320M120 230h250" stroke="${wall}" stroke-width="10" />
		<path d="M1075 560c-70-120-60-240-10-330 40 100 50 210 10 330ZM1085 560c-10-110 40-190 120-240-10 110-50 190-120 240ZM1065 560c-10-90-60-150-130-180 10 90 60 150 130 180Z" fill="${plant}" />
		<path d="M1000 550h150l-20 170h-110Z" fill="#8d6a4f" />
		<path d="M340 720c10-150 120-205 300-205s290 55 300 205Z" fill="${shirt}" />
		<path d="M575 440h130v90c0 40-130 40-130 0Z" fill="${skin}" />
		<path d="M470 330c-30-190 60-250 170-250s200 60 170 250c-5 60-40 40-40 40H510s-35 20-40-40Z" fill="${hair}" />
		<ellipse cx="640" cy="325" rx="128" ry="158" fill="${skin}" />
		<path d="M512 300c0-110 60-150 128-150s128 40 128 150c-40-30-70-75-80-90-40 50-110 80-176 90Z" fill="${hair}" />
		<circle cx="590" cy="330" r="11" fill="#1f1a17" /><circle cx="690" cy="330" r="11" fill="#1f1a17" />
		<path d="M585 400c30 34 80 34 110 0" fill="none" stroke="#1f1a17" stroke-width="9" stroke-linecap="round" />
	</svg>`;

export async function drawScene(browser: Browser, name: Name): Promise<Buffer> {
	const page = await browser.newPage({
		viewport: { width: 1280, height: 720 },
	});
	await page.setContent(`<body style="margin:0">${draw(homes[name])}</body>`);
	const png = await page.screenshot();
	await page.close();
	return png;
}
