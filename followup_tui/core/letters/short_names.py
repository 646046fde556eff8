"""Short forms of first names: whoever writes "Becca" to Rebecca has the right person.

Taken from the package nicknames 1.0.1 (Apache-2.0), which keeps Carlton Northern's table of English nicknames
and diminutives; without those that are the beginning or the end of the name, which need no table.
"""

SHORT_FORMS = """
aaron:erin/ron/ronnie abbigail:abbe/abbey/abbie/abby/nabby abbigale:abbe/abbey/abbie/abby/gail/nabby
abednego:bedney abel:abe/eb/ebbie abigail:abbe/abbey/abbi/abbie/abby/nabby
abigale:abbe/abbey/abbi/abbie/abby/gail/nabby abijah:bige abraham:abe abram:abe absalom:abbie/app
ada:addy/adie adaline:addy/adie/delia/dell/lena addison:addie/addy adela:adie/della
adelaide:addy/adele/adie/dell/della/heidi adelbert:albert/del adele:addy/dell
adeline:ada/addy/delia/dell/lena adelphia:addy/adele/dell/philly adena:adina/deena/dina adolphus:dolph
adrienne:addie agatha:aggy agnes:aggy/inez/nessa aileen:allie/lena alazama:ali alberta:allie/bert/bertie
aldrich:riche/richie aleksandr:alex aleva:leve/levy alexander:alec/sandy alexandra:alla/sandra/sandy
alexandria:alexander/alla/drina/sandra alexis:lexi alfred:freddy alfreda:alfy/freddy/frieda
algernon:algy alice:allie/elsie/lisa alicia:allie/elsie/lisa aline:adeline alison:allie allan:alan/allen
allen:alan/allan allisandra:ali/allie/ally allison:ali/allie/ally allyson:ali/allie allyssa:ali/allie
almena:ali/allie/ally almina:minnie almira:myra alonzo:lon alphinias:alphus althea:ally
alverta:vert/virdie alyssa:ally/lissia amanda:mandy amelia:amy/emily/mel/millie amos:moses
anastasia:stacy anderson:andy andre:drea andrea:andi/andrew/andy/rea andrew:andy/randy
andriane:ada/adri/rienne angela:angel/angie angelica:angelika/angelique/angie angelina:angie
ann:annie/nan anna:ann/anne/annie/nan anne:ann/annie/nan annette:anna/nettie annie:anna
anselm:ance/ansel/selma anthony:tony antoinette:ann/netta/tony antonia:ann/netta/tony antonio:tony
appoline:appie/appy aquilla:quil/quillie ara:arry/belle arabella:arry/belle arabelle:arry/bella
araminta:armida/middie/minty/ruminta archibald:archie archilles:kill/killis ariadne:arie aristotle:telly
arizona:ona/onie arlene:arly/lena armanda:mandy armena:arry armilda:milly arminda:mindie
arminta:minite/minnie arnold:arnie aron:erin/ron/ronnie artelepsa:epsey arthusa:thursa arzada:zaddi
asenath:assene/natty/sene ashley:ashly/leah/lee aubrey:bree audrey:audree/dee august:gus
augusta:aggy/gatsy/gussie/tina augustina:aggy/gatsy/gussie augustine:austin/gus augustus:austin/gus
aurelia:aurilla/ora/orilla/ree/rilly azariah:aze bab:barby babs:bab/barbara/barby
barbara:bab/babs/barbie/barby/bobbie barbery:barbara barbie:barbara barnabas:barney barney:barnabas
bart:bartholomew bartholomew:bartel/bat/mees/meus bazaleel:basil bea:beatrice
beatrice:trisha/trix/trixie becca:beck beck:becky bedelia:bridgit belinda:belle
bella:arabella/belle/isabella benedict:bennie benjamin:benjy/bennie/benny/jamie benjy:benjamin
bernard:barney/berney/bernie/berny berney:bernie bert:bertie/bob/bobby bertha:bertie/birdie
bertrand:randy bess:bessie beth:betsy/betty/elizabeth bethena:thaney bezaleel:zeely biddie:biddy
bill:billy/fred/robert/william/willie billy:fred/robert/william blanche:bea bob:rob/robert bobby:rob
brad:bradford/ford brady:brody breanna:bree/bri brenda:brandy brian:bryan/bryant
bridget:biddie/biddy/bridgie/bridie brittany:brittnie brittney:brittnie broderick:brady/brody/ricky/rod
bryanna:ana/bri/briana/brianna caitlin:caity caitlyn:caity caldonia:calliedona california:callie
calista:kissy calpurnia:cally calvin:vin/vinny cameron:ron/ronny camile:cammie camille:cammie/millie
candace:candy/dacey carla:carly/karla carlotta:lottie carmon:cammie/charm
carol:carolann/carole/caroline/carri/carrie/cassie/kara/kari/lynn carolann:carole
caroline:carole/carrie/cassie/lynn carolyn:carrie/cassie/lynn carrie:cassie carthaette:etta/etty
casper:jasper cassandra:cassie/sandy cassidy:cassie caswell:cass
catherine:casey/cassie/cathy/kathy/katy/kay/kit/kittie/lena/trina
cathleen:casey/cassie/cathy/kathy/katy/kay/kit/kittie/lena/trina cathy:catherine/cathleen/kathy
cecilia:celia/cissy cedric:rick/ricky celeste:celia/lessie celinda:lindy/lynn charity:chat
charles:carl/charlie/chick/chuck charlie:charles/chuck charlotte:lotta/lottie/sherry chauncey:chan
chelsey:chelsie chesley:chet chester:chet chet:chester chick:caroline/charlotte/chuck chloe:clo
chris:kris christian:kit christiana:ann/christy/crissy/kris/kristy/tina
christina:chrissy/christy/crissy/kris/kristy christine:chrissy/christy/crissy/kris/kristy/tina
christopher:kit christy:crissy cicely:cilla cinderella:arilla/cindy/rilla cindy:cinderella
claire:clair/clara/clare clara:clarissa clare:clara clarence:clair clarinda:clara clarissa:cissy/clara
cliff:clifford clifton:cliff/tony cole:colie columbus:clum con:conny conrad:conny constance:connie
cordelia:cordy corey:coco/cordy/ree corinne:cora/ora cornelia:cornie/corny/nelle/nelly
cornelius:con/conny/corny/neil/niel cory:coco/cordy/ree courtney:curt crystal:chris/tal
cynthia:cindy/cintha cyrenius:cene/serene/swene dahl:dal dalton:dahl daniel:dann/danny danielle:ellie
danny:daniel daphne:daphie darlene:darry/lena david:dave/davey/day daycia:dacia/daisha deanne:ann/dee
debbie:debby/deborah/debra debora:debbie/debby deborah:debbie/debby debra:debbie deidre:deedee
delia:cordelia/delius/fidelia delilah:dell/della/lil/lila deliverance:della/delly/dilly
della:adela/adelaide/delilah/dell delores:dee/dell/della/lola/lolly delpha:philadelphia delphine:delf
demaris:dea/mary demerias:dea/maris/mary democrates:mock dennis:dennie/denny dennison:denny
derek:derrek/rick/ricky derick:ricky derrick:eric/ricky deuteronomy:duty diana:dicey/didi
diane:dian/dianne/dicey/didi dicey:dicie dick:richard/rick domenic:nic dominic:nic dominick:nicky
donald:donnie/donny/dony donna:dona donovan:donnie/donny/dony dorcus:darkey dorinda:dora/dorothea
doris:dora dorothea:doda/dora dorothy:dolly/dora/dortha/dot/dottie/dotty dotha:dotty duncan:dunk
earnest:ernestine/ernie ebenezer:ebbie edgar:eddie/eddy edith:edie/edye edmond:eddie/eddy
edmund:eddie/eddy/ned/ted edna:edny eduardo:eddie/eddy edward:eddie/eddy/ned/ted/teddy
edwin:eddie/eddy/ned/win edwina:edwin edyth:edie/edye edythe:edie/edye egbert:burt eighta:athy
eileen:helen elaine:helen/lainie elbert:albert elbertson:bert
eleanor:elaine/ellen/ellie/lanna/lenora/nelly/nora eleazer:lazar elena:helen elias:lee elijah:lige
eliphalel:life eliphalet:left elisha:lish eliza:elizabeth
elizabeth:bess/bessie/betsy/betty/lib/libby/lisa/liz/liza/lizzie/lizzy ella:ellen
ellen:helen/nell/nellie ellender:helen/nellie ellie:elly ellswood:elsey elminie:minnie elmira:ellie/elly
eloise:heloise/louise elsie:elsey elswood:elsey elvira:elvie elwood:woody elysia:lisa/lissa elze:elsey
emanuel:manny emeline:emily/emma/emmy/milly emil:emily emily:emma/emmy/mel/millie emma:emmy
epaphroditius:dite/ditus/dyce/dyche/eppa erasmus:raze eric:rick/ricky ernest:ernie
ernestine:erna/teeny/tina erwin:irwin eseneth:senie estella:essy estelle:essy/stella esther:essie/hester
eudicy:dicey eudoris:dosie/dossie eunice:nicie euphemia:effie/effy eurydice:dicey eustacia:stacy eva:eve
evaline:eve/lena evangeline:vangie evelyn:evelina experience:exie ezekiel:zeke faith:fay
fallon:falcon/fallie/fally/falon/lon/lonnie felicia:felix felicity:flick/tick feltie:felty
ferdinand:ferdie/fred/freddie/freddy ferdinando:ferdie/fred fionna:fiona flora:florence
florence:flora/flossy floyd:lloyd fran:frannie
frances:cissy/fanny/francie/frankie/frannie/franniey/franny/sis francie:francine
francine:francie/frannie/franniey/franny francis:frank/frankie frankie:francis freda:frieda
frederica:erika/freddy/frederick/rickey frederick:freddie/freddy/fritz/ricky
fredericka:freda/freddy/frieda/rickey frieda:fred/freddie/freddy gabriel:gabby/gabe gabriella:gabby
gabrielle:ella/gabby gareth:gary garrett:barrett/gare/garratt/garret/garry/gary/jerry/rhett
genevieve:eve/jean/jenny geoffrey:jeff george:georgie georgine:george gerald:gerry/jerry
geraldine:dina/gerri/gerrie/gerry/jerry gerhardt:gay gertie:gertrude gertrude:gertie/trudy
gilbert:wilber glenn:glen gloria:glory governor:govie gretchen:margaret griselda:grissel gum:monty
gus:gussie gustavus:gussie gwen:wendy gwendolyn:wendy hailey:haylee/hayley hannah:anna/nan/nanny
harold:hal/hap/haps/harry harriet:hattie harrison:hap/haps/harry harry:hap/haps/harold/henry
haseltine:hassie haylee:hailey/hayley hayley:hailey/haylee heather:hetty helen:ella/ellen/ellie/lena
helena:aileen/eileen/elaine/eleanor/ellen/nell/nellie helene:ella/ellen/ellie/lena heloise:elouise/lois
henrietta:etty/hank/henny/nettie/retta henry:hal/hank/hap/haps/harry hephsibah:hipsie hepsibah:hipsie
herman:dutch/harman hermione:hermie hester:esther/hessy/hetty hezekiah:hy hillary:hilary
hipsbibah:hipsie hiram:hy honora:honey/norah/norry hopkins:hopp horace:horry hortense:harty/tensey
hosea:hosey/hosie howard:hal/howie hubert:hugh ian:john ignatius:iggy/nace/nate ignatzio:iggy/nace/naz
immanuel:emmanuel india:indie/indy inez:agnes iona:onnie irene:rena irvin:irving irwin:erwin
isaac:ike/zeke isabel:bell/bella/belle/ib/issy/nib/nibby/tibbie isabella:belle/ib/issy/nib/nibby/tibbie
isabelle:bella/ib/issy/nib/nibby/tibbie isadora:issy isadore:izzy isaiah:zadie/zay isidore:izzy iva:ivy
ivan:john jacob:jaap/jake/jay jacqueline:jack/jackie/jacqui jahoda:hodie/hody jakob:jake
jalen:al/haylen/jaelin/jaelyn/jailyn/jay/jaye/jaylin/jaylyn/len/lennie/lenny
james:jamie/jem/jim/jimmie/jimmy jamey:james/jamie jamie:james jane:janie/jean/jennie/jessie
janet:jessie jannett:nettie jasper:casper/jap jean:jane/jeannie jeanette:janet/jessie/nettie
jeanne:jane/jeannie jedediah:dyer jedidiah:dyer jefferson:sonny jeffrey:geoff jehu:gee/hugh
jennet:jenny/jessie jennifer:jennie/jenny jeremiah:jereme/jerry jeremy:jez/jezza
jerry:geraldine/geri/gerry/jereme jessica:jessie jessie:jane/janet jim:jimmie jincy:jane jinsy:jane
joan:nonie joanna:hannah/jodi/jody joe:joey johann:john johannah:joan/jody/nonie
johannes:john/johnny/jonathan john:ian/jack/jock/johnny/jon/jonnie/jonny
johnathan:johnathon/johny/jon/jonathan/jonathon/jonnie/jonny
johnathon:johnathan/johny/jon/jonathan/jonathon/jonnie/jonny jon:john/johnny/jonnie/jonny
jonathan:john/johnathan/johnathon/johny/jonathon/jonnie/jonny
jonathon:john/johnathan/johnathon/johny/jonathan/jonnie/jonny joseph:jody/joe/joey
josephine:fina/jody/joey/josey/josie josetta:jettie josey:josophine joshua:joe josophine:joey/josey
juanita:nettie judah:jude/juder judith:juda/jude/judie/judy judson:sonny judy:judith
julia:jill/jules/julie julian:jule/jules julias:jule/jules julie:jule/jules/julia june:junius
junior:jr/june/junie justin:justina/juston/justus kaitlin:kaitie kaitlyn:kaitie kaitlynn:kaitie
kalli:cali/kali karla:carla/carly katarina:catherine/tina kate:kay katelin:kay/kaye katelyn:kay/kaye
katherine:cassie/cathy/kate/kathy/katy/kay/kaye/kit/kittie/lena/trina
kathleen:cassie/cathy/kathy/katy/kay/kit/kittie/lena/trina kathryn:kate/kathy/katie katia:kate/katie
katy:kate/kathy/katie kelley:kelli/kellie/kelly kendall:kenny kendra:kay/kenj/kenji/kenny kendrick:kenny
kendrik:kenny kenneth:kendrick/kenny kenny:kenneth kent:ken/kendrick/kenny kerry:kerri
keziah:kizza/kizzie kimberley:kimberli/kimberly kimberly:kimberley/kimberli kit:kittie kris:chris
kristen:chris kristin:chris kristine:chris/christy/crissy/kristy/tina kristofer:chris kristoffer:chris
kristopher:chris kristy:chris lafayette:fate/laffie lamont:monty laodicia:cenia/dicy
larry:laurence/lawrence latisha:tish laurel:laurie lauren:laurie/ren
laurence:larry/lon/lonny/lorne/lorry laurinda:laura/lawrence lauryn:laurie laverne:verna/vernon
lavina:ina/viney lavinia:ina/vina/viney lavonia:vina/viney/vonnie/wyncha lavonne:von
lawrence:larry/lawrie/lon/lonny/lorne/lorry leanne:annie lecurgus:curg lena:ellen lenora:lee leo:leon
leonard:len/lenny/lineau leonidas:lee leonora:nell/nellie leonore:elenor/honor/nora leroy:lee/roy
letitia:lettice/lettie/tish levi:lee levone:von lib:libby lidia:lyddy lil:lilly/lily
lillah:lilly/lily/lolly lillian:lilly/lolly lilly:lily lincoln:link linda:lindy/lynn
lindsay:lindsey/lindsie/lindsy lindy:lynn lionel:leon lisa:liz lois:lou/louise
lorelei:laurie/lori/lorrie loretta:lorie/lorrie lorraine:lorie/lorrie lotta:lottie lou:louis/lu
louis:lewis/louie/louise louisa:eliza/lois louise:eliza/lois louvinia:vina/viney/vonnie/wyncha
lucas:luke lucia:lucius/lucy lucias:luke lucille:lou/lucy lucina:sinah lucinda:cindy/lou/lucy
lucretia:creasey lucy:lucinda luella:lula luke:lucas lunetta:nettie luther:luke lydia:lyddy
lyndon:lindy/lynn mabel:amabel/mehitabel mac:mc mack:mac/mc mackenzie:kenzy maddison:maddie
maddy:madeline/madelyn/madge madeline:lena/maddi/maddie/maddy/madge/madie/magda/maggie/maud
madelyn:maddy/madie madie:madeline/madelyn madison:maddy/mattie maegen:meg magdalena:maggie
magdelina:lena/madge/magda/maggie mahala:hallie malachi:mally malcolm:mac malinda:lindy manda:mandy
mandie:amanda mandy:amanda manerva:eve/minerva/nervie manny:manuel manola:nonnie manuel:emanuel/manny
marcus:mark margaret:daisy/gretta/madge/maggie/maggy/marge/margery/margie/margy/meg/midge/peg/peggy/rita
margaretta:daisy/gretta/madge/maggie/marge/margery/margie/meg/midge/peg/peggy/rita
margarita:daisy/greta/madge/maggie/maisie/marge/margo/meg/megan/metta/midge/peggie
marge:margaret/margaretta/margery margie:marjorie marguerite:peggy mariah:maria/mary
marian:marianna/marion marie:mae/mary
marietta:mae/mamie/maria/mariah/marion/mary/maureen/may/mercy/minnie/mitzi/mollie/molly/polly
marilyn:mary marion:mary marjorie:margie/margy marni:marnie marsha:marcia/marcie/mary
martha:marty/mat/mattie/patsy/patty martin:marty marv:marvin mary:mae/mamie/marie/mitzi/molly/polly
mat:mattie mathew:matt/maty mathilda:patty/tillie matilda:matty/maud/tilla/tilly
matthew:mattie/matty/thias/thys matthews:mattie/matty matthias:thys maud:middy maureen:mary
maurice:morey mavine:mave may:mae mckenna:ken/meaka mehitabel:hetty/hitty/mabel/mitty melanie:mellie
melchizedek:dick/zadock melinda:lindy/lynn/mindy melissa:lisa/milly/missy mellony:mellia melody:lodi
mercedes:merci/mercy/sadie merv:mervin micajah:cage michael:micah/mick/mickey/micky/mike/mikey
micheal:mike/mikey/miky michelle:mickey/shelley/shellie/shelly/shely mick:micky
miguel:michael/miggy/miguael/miguaell/miguail/miguaill/miguayl/miguayll/miguell/mike
mike:michael/mick/micky mildred:milly millicent:milly/missy minerva:minnie minnie:wilhelmina
miranda:mandy/randi/randy miriam:mimi/mitzi/mitzie missy:melissa mitch:mitchell mitzi:mary/mittie/mitty
mitzie:mittie/mitty monet:nettie monica:monna/monnie montesque:monty montgomery:gum/monty monty:lamont
morris:morey moses:amos/mose/moss myrtle:mert/myrti nadine:deedee/nada nancy:ann/nanny naomi:omi
napoleon:nappy natalie:natty/nettie nathan:nate nathaniel:nate/natty/than nelle:nelly newt:newton
nicholas:claas/claes/nick/nickie/nicky/nico nicholette:cole/nickey/nicki/nicky/nicole/nikki
nicodemus:nick/nickie/nicky nicolas:nick/nickie/nicky nicole:nicki/nicky/nikki/nole
nikolas:claes/nic/nick/nickie/nicky/nico nikole:nikki nora:nonie norbert:norby nowell:noel
obadiah:dyer/obed/obie obediah:obie obedience:beda/beedy/biddie obie:obediah octavia:tave odell:odo
olive:livia/nollie/ollie oliver:ollie olivia:nollie/ollie ollie:oliver
onicyphorous:cy/cyphorus/one/osaforum/osaforus/syphorous orilla:ora/rilly orlando:roland ossy:ozzy
oswald:ossy/ozzy/waldo otis:ode/ote parmelia:amelia/milly parthenia:parsuny/pasoonie/phenie/teeny
patience:patty patricia:patsy/patti/patty/trish/trisha patrick:paddy/pate/patsy/peter patsy:patty
patty:patricia paul:polly paula:lina/polly paulina:polly pauline:polly pelegrine:perry penelope:penny
percival:percy peregrine:perry permelia:mellie/melly/milly pernetta:nettie persephone:seph/sephy
peter:pate/pete petronella:nellie pheney:josephine pheriba:ferbie/pherbia philander:fie philetus:leet
philinda:lindy/lynn philip:pip philipina:penie/phoebe/pip phillip:pip philly:delphia
philomena:menaalmena phoebe:fifi pinckney:pink pleasant:ples pocahontas:pokey posthuma:humey
prescott:scotty priscilla:cissy/prissy providence:provy prudence:prudy/prue prudy:prudence
rachel:rachael/shelly randall:randy randolf:dolph/randy randolph:randy raphael:ralph ray:raymond
reba:becca/beck rebecca:beck/becky/reba reggie:reginald regina:reggie reginald:naldo/reggie/renny
relief:leafa reuben:rube reynold:reginald rhoda:rodie rhyna:rhynie ricardo:rick/ricky rich:dick/rick
richard:dick/dickie/dickon/dicky/richie/rick/ricky rick:ricky ricky:dick/rich
robert:bill/billy/bob/bobby/dob/dobbin/hob/hobkin/robby/rupert
roberta:bert/bertie/birdie/birtie/bobbie/robbie/roby roderick:rickie/roddy rodger:bobby/hodge/roge/roger
roger:bobby/hodge/rod/rodger/roge roland:lanny/orlando/rollo/rolly ron:ronnie/ronny
ronald:naldo/ronnie/ronny ronny:ronald rosa:rose rosabel:belle/rose/roz rosabella:belle/rose/roz
rosaenn:ann rosaenna:ann rosalinda:rose/roz rosalyn:linda/rose/roz roscoe:ross rose:rosie
roseann:ann/rosie/roz roseanna:ann/rosie/roz roseanne:ann rosemary:marie/rosemarie/rosey roxane:roxie
roxanna:ann/rose/roxie roxanne:ann/rose/roxie rudolph:rolf/rudy rudolphus:dolph/olph/rolf/rudy
russell:rusty salome:loomie salvador:sally sam:sammy samantha:sammy sampson:sammy samson:sammy
samuel:sammy samyra:sammy sandra:cassandra/sandy sandy:sandra sanford:sandy sarah:sadie/sally/sara
sarilla:silla savannah:anna/savanna/vannie scott:sceeter/scottie/scotty/squat sebastian:sebby
selma:anselm seymour:morey/see shaina:shay sharon:shay shaun:shawn shawn:shaun sheila:cecilia
sheldon:shelly shelton:shelly/tony sheridan:dan/danny sheryl:cheri/cherie/sheri/sherri/sherry/sherryl
shirley:lee/sherry sibbilla:sibbell/sibbie/sybill sidney:syd sigfired:sid sigfrid:sid silence:liley
silvester:sly/syl/vest simeon:sion simon:sion smith:smitty socrates:crate
solomon:sal/salmon/saul/solly/zolly sondra:dre/sonnie sophia:sophie sophronia:frona/fronia/sophia
stacey:staci/stacie/stacy stacie:stacey/staci/stacy stacy:staci stephan:steve
stephanie:annie/steffi/steffie/stephani/stephany/stephie/stephine/stevie stephen:steve
steven:steph/steve/stevie sue:susan/susie sullivan:sully/van susan:hannah/sue/sukey/susie/suzie
susannah:hannah/sue/sukey/susie susie:suzie suzanne:sue/suki/susie sybill:sibbie sydney:sid sylvanus:sly
sylvester:si/sly/vessie/vet tabby:tabitha tabitha:tabby tamarra:tammy tammie:tami/tammy
tammy:tami/tammie tanafra:tanny tasha:tash/tashie ted:teddy temperance:tempy terence:terry
teresa:terry/tess/tessa/tessie terri:teri/terrie/terry terry:terence tess:teresa/theresa
tessa:teresa/theresa thad:thaddeus theo:theodore theodore:ted/teddy theodosia:theodosius theophilus:ophi
theresa:terry/tess/tessa/tessie/thirza/thursa/traci/tracie/tracy thom:thomas/tom/tommy thomas:tom/tommy
thomasa:tamzine tiffany:tiffy tilford:tillie tim:timmy timothy:timmy tina:christina tisha:tish
tobias:toby tom:thomas/tommy tony:anthony tranquilla:trannie trish:patricia/trisha trix:trixie
trudy:gertrude unice:eunice/nicie ursula:sulie valentina:felty/vallie valentine:felty valeri:valerie
vandalia:vannie vanessa:vanna vernisee:nicey veronica:franky/frony/ron/ronie/ronna/ronnie/ronny/vonnie
vic:vicki/vickie/vicky/victor vicki:vickie/vicky/victoria
victoria:tori/torie/torri/torrie/tory/vicki/vickie/vicky vincent:vic/vinnie/vinny
vincenzo:vic/vinnie/vinny vinson:vince/vinnie/vinny viola:ola violetta:lettie
virginia:ginger/ginny/jane/jennie/virgy waldo:ossy/ozzy wallace:wally wally:walt walter:wally
webster:webb westley:farmboy wilber:bert/will wilbur:will/willie/willy wilda:willie wilfred:will/willie
wilhelm:willie wilhelmina:minnie/willie/wilma will:bill/fred/wilbur/willie
william:bela/bell/bill/billy/willie/willy willie:fred/william willis:bill/willy
wilma:billiewilhelm/william wilson:will/willie/willy winfield:winny winifred:freddie/winnet/winnie
winnie:winnifred winnifred:freddie/freddy/winnie/winny winny:winnifred woodrow:drew/woody yeona:ona/onie
yulan:lan yvonne:vonna zach:zack/zak zachariah:zachy/zack/zak/zakk/zeke zachary:zachy/zack/zak/zakk/zeke
zachery:zachy/zack/zak/zakk/zeke zack:zach/zak zedediah:dyer
"""
"""Each name with its short forms: `rebecca:becky/bex`."""
