import { expect, test } from "vitest";
import { offerPassphrase } from "../../src/app/sealing.ts";
import { words } from "../../src/app/words.ts";

test("four words are 44 bits: 2,048 of them, all different, short and plain", () => {
	expect(new Set(words).size).toBe(2048);
	expect(words.length).toBe(2048);
	for (const word of words) expect(word).toMatch(/^[a-z]{3,7}$/);
});

test("every word can be offered, and each as likely as any other", () => {
	const offered = offerPassphrase((count) =>
		Uint32Array.from({ length: count }, (_, at) => 2 ** 32 - 1 - at),
	);
	expect(offered.split(" ")).toEqual(words.slice(-4).toReversed());
	// What a random number has too many of, no word has.
	expect(2 ** 32 % words.length).toBe(0);
});

test("no two of them sound alike: they are read aloud", () => {
	const known = new Set(words);
	for (const group of soundAlike)
		expect(
			group.split(" ").filter((word) => known.has(word)).length,
		).toBeLessThan(2);
});

// Not all there are in English, but most that are short.
const soundAlike = `
aid aide, air heir, aisle isle, alter altar, ant aunt, arc ark, bail bale, ball bawl, band banned, bare bear,
base bass, beach beech, bean been, beat beet, bell belle, berry bury, berth birth, blew blue, board bored, bold
bowled, bolder boulder, boy buoy, brake break, bread bred, brews bruise, bridal bridle, broach brooch, build
billed, but butt, buy by bye, cache cash, canon cannon, canvas canvass, carat carrot, cast caste, ceiling
sealing, cell sell, cellar seller, cent scent sent, cereal serial, chance chants, chews choose, choir quire,
chord cord, cite sight site, claws clause, climb clime, coarse course, colonel kernel, core corps, council
counsel, crews cruise, crewel cruel, cue queue, currant current, cymbal symbol, days daze, dear deer, desert
dessert, dew due do, die dye, doe dough, draft draught, dual duel, earn urn, ewe yew you, faint feint, fair
fare, feat feet, find fined, fir fur, flair flare, flea flee, flew flu flue, flour flower, for four fore, forth
fourth, foul fowl, frays phrase, freeze frieze, gate gait, gene jean, gild guild, grate great, groan grown,
guessed guest, hail hale, hair hare, hall haul, hart heart, heal heel, hear here, heard herd, hi high, higher
hire, him hymn, hoarse horse, hole whole, holy wholly, hour our, idle idol, jam jamb, key quay, knead need,
knight night, knot not, know no, knows nose, lain lane, lead led, leak leek, lessen lesson, links lynx, load
lode, loan lone, made maid, mail male, main mane, maize maze, manner manor, mantel mantle, marshal martial, meat
meet, medal metal meddle mettle, mews muse, might mite, mind mined, miner minor, missed mist, moan mown, moat
mote, moose mousse, morning mourning, muscle mussel, mustard mustered, naval navel, none nun, oar ore, one won,
pail pale, pain pane, pair pare pear, passed past, patience patients, pause paws, pea pee, peace piece, peak
peek, peal peel, pearl purl, pedal peddle, peer pier, plain plane, plait plate, pole poll, pore pour, pray prey,
presence presents, prince prints, principal principle, prize pries, profit prophet, quarts quartz, rain reign
rein, raise rays, rap wrap, raw roar, read reed red, real reel, right rite write, ring wring, road rode, roar
raw, role roll, root route, rose rows, rote wrote, rough ruff, rung wrung, rye wry, sail sale, sauce source,
scene seen, sea see, seam seem, sear seer, sew so sow, shake sheikh, shear sheer, shoe shoo, side sighed, slay
sleigh, soar sore, sole soul, some sum, son sun, spade spayed, stair stare, stake steak, stationary stationery,
steal steel, step steppe, stile style, storey story, straight strait, suite sweet, sundae sunday, tail tale, tea
tee, team teem, tear tier, tern turn, their there, threw through, throne thrown, thyme time, tide tied, tire
tyre, toad towed, toe tow, told tolled, ton tun tonne, tracks tract, troop troupe, two too, vain vane vein, vale
veil, vial vile, wade weighed, waist waste, wait weight, war wore, ware wear where, watt what, wave waive, way
weigh whey, weak week, weather whether, whale wail, which witch, whine wine, wood would, yoke yolk, colour
color, grey gray, axe axle, ladder latter, fisher fissure, bough bow, bowl boll, hose hoes, pi pie, rabbit
rarebit, kernel colonel, lute loot, morn mourn, pact packed, paced paste, guise guys, tacks tax, tighten titan,
tuna tuner, wax whacks, sonny sunny, oral aural, racket racquet, razor raiser, review revue, sachet sashay, seed
cede, sealing ceiling, tense tents, trussed trust, tucks tux, vice vise, yore your
`
	.trim()
	.split(/,\s+/);
