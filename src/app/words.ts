// The words that a passphrase is offered from: 2,048 short English ones, no two that sound alike. Four of them are 44
// bits. Nothing reads them back: what opens a code is whatever was typed.

export const words: readonly string[] = `
abbey ability absent accept access account acid acorn action active actor address admiral admire adopt advice advise
agent agile agree air airport alarm album alder alert alibi alike alive alley allow almond alpine amazing amber ample
amulet amuse anchor ancient angle angular ankle annex annual answer ant anthem anvil ape appear apple apricot apron
arbor arcade arch arctic arena argue arid aroma arrive arrow artist ash aspen asset aster athlete atlas atoll atom
attempt attend attic audio aurora author autumn avenue avoid awake award aware awning axis bacon badge bag bagel bake
balance balcony ball balloon bamboo banana bandage bank banner barber bargain barley baron barrack barrel basic basil
basin basket bathe batter battle bazaar beaker bean beard beauty bed beech beet begin behalf behave beige believe
bellows bench benefit bicycle big birch bird biscuit bison bistro bitter blade bland blanket blazer blend bless blink
bliss block bloom blossom blow blue bluff blunt blur boar board boast body boil bolt bond bone bonnet bonus book booth
border borrow bottle bottom boulder bounce bouncy bowl box brain bramble branch brand brave break breath breathe breeze
brewery brick bride bridle brief bright bring brisk broad bronze brook broth brown brush bucket buckle buddy budget
build bulb bumpy bundle bunker buoy bureau burger burn busy butcher butler button cabbage cabin cabinet cable cactus
cadence cadet cafe calm camel camera campus canal candle candor candy canoe canvas canyon cape capital captain capture
car caramel career careful cargo carpet carrot carry carve cask castle catalog catch caution cavern cedar ceiling celery
cellar center century cereal chain chair chalk chance change channel chapter charm chart chase chasm chat cheap check
cheer cheese chef cherry chest chew chief child chili chimney chip chisel chive choice choose chop chorus chowder chubby
cider cinema circle circus citrus city civil clam clamp clasp clause clay clean clear clerk clever cliff climate climb
cling clinic cloak clock close closet cloth cloud clown club clumsy cluster coach coarse coast cobbler cobra cocoa
coconut code coffee coil coin collar collect college colony colt column comb comedy comet comfort comic compare compass
compose concert contest cook cookie copper copy coral cord cosmic cosmos cottage cotton couch count couple courage court
cousin cove cow cowboy cozy crab cracker cradle crag crane crate crawl crayon cream create credit creek crepe crew
cricket crimson crisp crocus crooked cross crowd crumb crust crutch cry crystal cuddly culture cumin cup cure curious
curly current curtain cushion custard custom cycle cymbal cypress dahlia daily daisy dale damp dance daring dart date
dawn day dean debate debt decade decent decide deep deer defend degree delay delight deliver delta dense dentist depot
desert design desk detail device dew diagram dial diamond diary dice diet digit dim dimple dingo dinner dish divide
dizzy dock doctor dodo dog doll dollar dome donkey donut door dose double doubt dough draft drag dragon drama drape draw
dream dress drift drill drink drive drop drowsy drum duchess duel duet duke dune dusk duty eager eagle early earth easel
eastern easy ebb echo eclipse edge edit editor eel effect effort egg elastic elbow elder elegant element elk elm embassy
ember emotion empty emu endive energy engine enjoy enter entry epic episode equal equator era erase error escape essay
estate estuary even evening event exact examine example exit exotic expand expert explain explore eye fable fabric face
fact factory fade faint fair faith fajita falcon fall family famous fancy farm fashion father faucet favor fawn feast
feather feed fence fennel fern ferret ferry fertile fetch fever fiction fiddle field fierce figure film final finch find
finger finish fire fish fit fjord flag flame flash flask flavor flax flea fleet flight flint flip float flood floor
flora flour flow fluffy flute fly foam focus fold follow fondue foot force forest forget forgive fork formal formula
fort fortune forum fossil fox fragile frame frank free freedom freeze fresh friend fries frog front frost frozen fruit
fudge fuel fun fungus funnel funny furry future fuzzy gain galaxy gallery gallop gap garage garden garlic garment garnet
gate gather gauge gaze gazebo gear gecko gelatin gem genius gentle gesture geyser giant gibbon giddy gift giggle ginger
give glacier glad glance glass glen glide glimpse global glory glossy glove glue gnome goal goalie goat goblet goggles
gong good goose gorge gorilla gourd gown grab grace grade grain granary grand granite granola graph grass gravel gravy
great green greet grill grim grind grip grocer groom grotto group grouse grove grow growth guard guess guide guitar gulf
gumbo guru gust habit hail half hamlet hammer hammock hamster handle hang hangar happen happy harbor hard hare harmony
harsh harvest hasty hatch haven hawk hazel hazy head heal healthy heart heath heavy hedge height helmet help helpful
hemlock hemp hen herb hermit heron herring hickory hidden hide high highway hike hill hinge hint hippo history hobby
hold holiday hollow holly home honest honey honor hoop hope horizon horn hornet horse host hostel hot hotel hound hour
house hover huge hum humble humid hummus humor hunch hungry hunt hurry hyena ibex ice iceberg icicle icing icon idea
ideal idle igloo iguana image imagine impact impala improve impulse inch income index indigo infant inform inlet inn
insight invent invite iris iron island item ivory ivy jackal jacket jade jaguar jam jasmine jazz jeans jelly jersey
jester jet jewel job jockey join joke jolly journal journey jovial joy joyful judge jug juggle juice juicy jumbo jump
jungle junior juniper juror justice kale kebab keen keg kelp kennel kernel ketchup kettle key khaki kick kind king
kingdom kiosk kiss kitchen kite kitten kiwi knee kneel knife knight knit knob knock knot koala lab label ladder ladle
lady lagoon lake lamb lane lantern larch large lark lasagna laser last laugh launch laurel lava lavish lawyer layer lazy
leaf league leap learn leash leave leek legal legend leisure lemming lemon lemur lens lentil leopard lesson letter
lettuce level liberty library lichen lid life lilac lilting lily limber lime limit linden linger lion list little lively
lizard llama lobby lobster local locket locust lodge loft log logic lonely loop loose lotus loud lounge lovely loyal
luck lull lunar lupin lush lute lynx lyric macaw machine magenta magic magma magnet magpie maid main major mallet
mammoth mango manner mansion mantle manual maple marble margin mark market maroon marry marsh marshal mason mass mat
matter mauve mayor maze meadow meaning measure medium mellow melody melon melt member memory mend mentor menu mercury
mercy merit mermaid message metal meteor meter method mica middle mighty mild milk mimosa mineral mint minute miracle
mire mirror mission mitten mix mobile mocha model modern modest moist mole moment money monkey monsoon month mood moon
mop morning mortar moss motel moth motion motor motto mouse movie mud muffin munch muscle museum music mustard mute
myrtle myth naive name nanny napkin narrow nation native nature navy neat nebula neck nectar needle nephew nerve nettle
newt nickel niece nimble noble nod noise noisy nomad noodle noon normal north note notice nougat nova novel novice
nugget number nurse nursery nut nutmeg oak oasis obey object oblong oboe observe ocean octopus odd offer office okra
olive omelet onion opal open opera opinion option orange orbit orca orchard orchid order orderly oregano origin oriole
osprey ostrich otter outer outpost output oval oven owl owner oyster pack paddle padlock page pail paint palace palm
pancake panda panel pansy panther pantry pants papaya paper paprika parade parasol parcel parlor parrot parsley parsnip
part partner pass pasta pastry path patient patio patron pattern patty pause payment peace peacock peak peanut pearl
peat pebble pedal peel pelican pencil pendant penguin penny people pepper perfect perform period person pesto petunia
phase phone phrase piano pickle picture pie pigeon pillar pillow pilot pink pipe pirate pitcher pixel pizza placid plain
planet plank plant plate plateau platter play plaza plead please pliers plot plucky plug plum plumber plump plunge plush
pocket poem poet point pole policy polite pollen pond pony poodle pool popcorn poplar poppy popular porch portal posh
possum potato potter pouch pour power prairie praise prawn precise prefer prepare present press pretty pretzel prime
prince printer private prize problem process product profit program project promise proof proper prose proud prove
proverb prune pub public pudding puffin pull pulley pulse puma pumpkin punch pupil puppet puppy pure purple purpose
puzzle pyramid python quail quality quarry quarter quartz queen quest quick quiet quill quilt quince quiver quota quote
rabbit raccoon radar radio radish radius raft rainbow raise raisin ramp ranch range rank rapid rare ratio raven ravine
ravioli razor reach read reason receive recipe recite record reef reflect refuge regal region relax relish rely remain
repair repeat reply rescue reserve resort respect rest result return reveal review reward rhino rhubarb rhyme rhythm
ribbon rich riddle ridge rigid ring rinse ripe risk risotto ritual rival river rivet roam roar roast robe robin robust
rock rocket rod roof rooster root rosy rough round routine royal rub rudder rugged ruins rule rumor rush rustic rusty
rye sack sacred saddle safe saffron saga sailor salad salami salmon salsa salt salute sample sand sandal sapling sardine
sash satin sauce sausage savanna save saw scale scarf scarlet scatter scene scent scholar school science scoop scooter
score scout scratch screen screw scribe script scroll sea search season second secret section self senator senior sense
sequel serene series servant serve service sesame session settler shade shadow shaggy shallot shape shark sharp shawl
shed sheep sheet shelf shell shelter sherbet sheriff shield shift shine shiny shirt shoe shop shout shovel shrew shrimp
shrine shrub shrug shutter shy sickle sieve sight sign signal silence silent silky silly silver simple single sink sip
size skate skier skill skillet skin skip skirt skunk sky slate sled sleek sleep sleeve slide slim sling slipper slogan
slope sloth small smart smile smith smoke smooth snack snail snake snap sneeze sniff snore snow snug soap sober social
society soda sofa soft solar soldier solid solo solve song sorrel soul sound soup south space spade span spark sparrow
spear special speech speed spell spend sphere spice spicy spider spinach spindle spiral spirit splash split sponge spoon
sport spot spotty spread spring sprint sprout spruce square squash squeeze squid squire stable stadium staff stage
stairs stamp stand stapler stare start station statue stay steady steak steam steel step stew sticky stiff stir stitch
stock stone stool storm story stout stove strait strap straw stream street stretch strict stride string stroll strong
student studio study sturdy style subject subtle suburb subway success sudden sugar suggest suit sumac summer summit sun
sunny sunset super supply support surf sushi swallow swamp swan sweater sweet swift swim swimmer swing swirl syrup
system tablet taco tadpole tailor talent talk tame tan tansy tapir target tarp taste tea teach teapot tease tell temper
temple tempo tenant tender tension tent term terrace terrier texture theater theme theory thick thimble thin think
thistle thorn thread throat throw thumb thunder ticket tickle tidy tiger tight tile timber tiptoe tired tissue title
toad toe toffee tofu token tomato tongs tongue tooth topaz topic torch torrent torso toss total tough tourist towel
tower town trace track tractor trader traffic trail trainer trait travel tray treat trek trend trial tribe trip triple
tripod triumph trolley trophy tropic trot trout true truffle trumpet trunk trust truth tube tug tulip tumble tuna tundra
tunic tunnel turbine turkey turnip turret turtle tutor twelve twig twirl twist type uncle union unique unite unpack
update upper urban urn use useful usher usual vague valid valley value vanilla vanish vapor variety vase vault veil
velvet vendor venture verb verse version vessel vest vestry vial vibrant victory video view villa village vine vinegar
violet violin viper virtue vision visit visitor vitamin vivid voice volcano volume vote vowel voyage vulture wafer
waffle wage wagon wait walk wallet walnut walrus wand warm warrior wasp waste watch water wavy wealth wear weather weave
wedding week weekend weird welcome welder wet whale wharf wheat wheel whip whisper whistle whole wick width wild willow
win window winner winter wisdom wise witness witty wizard wolf wombat wonder wooden woods woolly work world worry wrap
wreath wren wrench wrist write yacht yak yarn yarrow yeast yell yellow yew yodel yogurt yoke young youth zany zeal zebra
zenith zero zesty zigzag zinc zipper zither zodiac zone zoo zoom
`
	.trim()
	.split(/\s+/);
