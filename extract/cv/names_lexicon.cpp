// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/names_lexicon.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.h"
#include "extract/cv/word_set.h"

namespace scholargraph {

namespace {

constexpr std::string_view kParticles =
    "van von der den de del della di da dal dalla degli dos das do du des la le los las lo el al bin ben ibn bint abu "
    "ten ter te tot zu zum zur af av y e i st saint san santa mac mc o d l dell dall vande vanden vander ur ul uz ud "
    "ar as";
constexpr std::string_view kTitles =
    "prof professor professors profs dr drs doctor mr mrs ms miss sir dame phd md dphil msc mba ing dipl mag univ "
    "doc habil priv pd associate assistant emeritus univprof drrernat dring hon rev prof dott ssa dra sr sra mme inz "
    "advisor supervisor mentor herr frau";
constexpr std::string_view kSuffixes = "jr sr ii iii iv junior senior filho neto";

constexpr std::string_view kGiven =
    "aaron abdul abdullah abhishek abigail adam adrian agnes agnieszka ahmad ahmed aisha akira alain alan albert "
    "alberto "
    "alejandro aleksandr aleksandra alessandra alessandro alex alexander alexandra alexandre alexey alexis alfonso "
    "alfred "
    "ali alice alicia alison allan allen amanda amir amit amy ana anand anastasia anders andre andrea andreas andrei "
    "andres "
    "andrew andrey andy angela angelo anil anita ann anna anne annette anthony antoine anton antonia antonio anupam "
    "arjun "
    "armin arnaud arne arthur artur arturo arun ashish ashley astrid aurelien austin axel barbara bart bartosz beatriz "
    "ben benedikt benjamin benoit bernard bernd bernhard beth betty bill bjorn bob boris brad bradley brandon brendan "
    "brenda brett brian bridget bruce bruno bryan bryce caitlin cameron camille carl carla carlo carlos carmen carol "
    "carole caroline carolyn carsten catherine cecilia cedric celine chad charles charlotte chen cheryl chloe chris "
    "christian christiane christina christine christoph christophe christopher cindy claire clara claudia claudio "
    "clement "
    "colin connor corinne craig cristina curtis cynthia dale damien dan daniel daniela daniele danielle dario darren "
    "dave "
    "david dawn dean deborah debra denis denise dennis derek diana diane diego dieter dimitri dimitris dirk dmitri "
    "dmitry "
    "dominic dominik dominique don donald donna doris dorothea dorothy doug douglas duncan dylan earl ed eduardo "
    "edward "
    "edwin elaine elena eleni elisa elisabeth elizabeth ellen elsa emanuele emilio emily emma enrico enrique eric "
    "erica "
    "erich erik erika ernest ernesto erwin esther ethan etienne eugene eva evan evelyn ewa fabian fabien fabio fabrice "
    "fatima federico felipe felix ferdinand fernanda fernando filip filippo fiona florence florian frances francesca "
    "francesco francisco franck francois francoise frank franz fred frederic frederick frederik fritz gabriel gabriela "
    "gabriele gareth gary gavin geoffrey georg george georges georgios gerald gerard gerhard gianluca gilbert gilles "
    "giorgio giovanna giovanni giulia giuseppe gloria gonzalo gordon grace graham greg gregor gregory guido guillaume "
    "gunter gustavo guy hannah hannes hans harald harold harry hassan heather hector heidi heike heiko heinrich heinz "
    "helen helena helene helmut hendrik henri henrik henry herbert herman hermann hiroshi holger howard hubert hugh "
    "hugo "
    "ian ibrahim ignacio igor ilya inari ines ingo ingrid irene irina iris isaac isabel isabelle ivan jack jackson "
    "jacob "
    "jacqueline jacques jaime jakob jakub james jamie jan jana jane janet janice jared jason javier jay jayesh jean "
    "jeff "
    "jeffery jeffrey jelena jennifer jenny jens jeremy jerome jerry jesper jesse jessica jesus jill jim joachim joan "
    "joana "
    "joanna joanne joao joe joel joerg johan johann johanna johannes john jon jonas jonathan jordan jorg jorge jose "
    "josef "
    "joseph joseba josh joshua juan juana judith judy julia julian juliana julie julien juliette julio jun jurgen "
    "justin "
    "kai karen karin karl karsten kate katharina katherine kathleen kathryn kathy katie katja katrin kay kazuo keith "
    "kelly "
    "ken kenji kenneth kenta kerstin kevin khalid kim kimberly kirsten klaus konrad konstantin kristen kristian "
    "kristin "
    "kristina kumar kurt kyle lars larry laura lauren laurent laurence lawrence lea leah lee lena leo leon leonard "
    "leonardo leslie lewis liam linda lisa logan lorenzo lori louis louise luca lucas lucia lucie lucy luigi luis "
    "luisa "
    "luiz lukas lukasz luke lydia lynn maciej madeleine magdalena mahmoud malcolm manfred manuel manuela marc marcel "
    "marcello marcelo marcin marco marcos marcus margaret margarita maria mariana marianne marie marina mario marion "
    "marissa mark marko markus marta martha martin martina mary masahiro masato massimo mateusz mathias mathieu "
    "mathilde "
    "matt matteo matthew matthias matthieu maurice mauricio mauro max maxim maxime maximilian megan mehmet melanie "
    "melissa michael michal michel michela michele michelle miguel mika mike mikhail milan miriam mitchell mohamed "
    "mohammad "
    "mohammed moritz morgan muhammad mustafa nadia nancy naomi natalia natalie nathalie nathan nathaniel neil nicholas "
    "nick nicola nicolas nicole niels nigel nikita nikolai nikolaos nikos nina nora norbert norman olaf oleg olga "
    "oliver "
    "olivia olivier omar oscar oskar otto owen pablo pamela paolo pascal patricia patrick patrik paul paula paulo "
    "pavel "
    "pawel pedro peggy per peter petr petra phil philip philipp philippe phillip pierre pietro piotr priya rachel "
    "rafael "
    "rainer raj rajesh ralf ralph ramon randall randy raphael raul ravi ray raymond rebecca regina reinhard renata "
    "renate "
    "rene ricardo riccardo richard rick rita rob robert roberta roberto robin rodney rodrigo roger roland rolf roman "
    "ronald ronan rosa rosemary ross roy ruben rudolf rui russell ruth ryan sabine sabrina sally salvatore sam "
    "samantha "
    "samir samuel sandeep sandra sandrine sanjay santiago sara sarah satoshi scott sean sebastian sebastien sergei "
    "sergey "
    "sergio seth shane shannon sharon shaun shawn sheila shirley silke silvia simon simona simone sofia sonia sophia "
    "sophie stacy stanislav stanley stefan stefania stefano steffen stella stephan stephane stephanie stephen steve "
    "steven "
    "stuart sudha sue sunil suresh susan susana susanne suzanne svetlana sven sylvain sylvia sylvie takashi takeshi "
    "tamara "
    "tanya tara tatiana ted teresa terry thanh theodore theresa thierry thomas thorsten tiago tiffany tim timothy tina "
    "tobias todd tom tomas tomasz tommaso tony tracy travis trevor tyler udo ulrich ulrike ulrich ursula uwe valentin "
    "valeria valerie vanessa vera veronica veronique victor victoria vijay vikram vincent vincenzo viktor virginia "
    "vito "
    "vladimir volker walter wanda wayne wei wendy werner wilfried wilhelm will willem william wojciech wolfgang xavier "
    "yan "
    "yang yannick yasmin ying yoshua yuki yuri yuval yves yvonne zachary zhang zoe zoltan arno bas bram daan femke "
    "gert "
    "geert hanna henk jaap jeroen joost joris joke kees koen liesbeth maarten marieke marijn mieke pieter rik roel "
    "ruud "
    "sander sjoerd stijn tijs wim wouter aoife brigitte ciaran niamh siobhan eoin padraig bo fredrik gunnar hakan "
    "ingvar "
    "kjell lennart magnus mats mikael niklas olof ove staffan tor ulf asa ola eirik geir havard knut oyvind petter "
    "rune "
    "sigrid solveig stein svein terje trond aino antti eero esa hannu heikki jaakko janne jari juha jukka kari kalle "
    "lauri "
    "leena markku marja matti mikko olli paivi pekka petri pirjo risto sanna seppo tapio teemu tero timo tuomas ville "
    "francois eleonore aleksander andrzej grzegorz jacek jerzy krzysztof marek marzena ryszard slawomir stanislaw "
    "tadeusz "
    "zbigniew jiri ondrej vaclav zdenek laszlo istvan janos gabor attila balazs ferenc";

constexpr std::string_view kFamily =
    "li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang han cao "
    "deng "
    "feng peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lv jin zhong tan jia "
    "fan "
    "shi song qian xiong meng qin bai yan xue hou lei long duan hao kong shao mao wan gu lai wu qi xia gong he ni kim "
    "lee "
    "park choi jung kang cho yoon jang lim shin seo kwon hwang ahn song yoo hong jeon nguyen tran le pham hoang phan "
    "vu vo "
    "dang bui do ho ngo duong ly tanaka suzuki sato singh kumar gupta sharma patel khan das sen roy rao reddy ito kato "
    "chan wong cheung lau leung ng chow chu tsai tseng hsu hsieh chiang chang kuo liao yeh";

constexpr std::string_view kNoName =
    "a an the of in on for and with from to by at as is are was its their our your this that these those via using use "
    "towards toward into over under between among within without through across against about after before during how "
    "why "
    "what when where who which can do does not no all any more most new non based driven aware versus vs or but "
    "university universitat universite universidad universita universidade college school institute institut instituto "
    "department dept faculty center centre laboratory laboratories lab labs academy hospital company inc ltd llc gmbh "
    "corp "
    "corporation foundation association society ministry council national international federal state group team "
    "journal conference proceedings workshop symposium transactions letters review reviews annals bulletin magazine "
    "congress meeting advances lecture notes press springer elsevier wiley ieee acm arxiv preprint submitted accepted "
    "published publication publications paper papers article articles chapter book books thesis dissertation report "
    "technical volume issue pages issn isbn doi vol pp "
    "learning machine deep neural network networks data system systems model models modeling modelling algorithm "
    "algorithms analysis method methods theory theoretical application applications approach approaches study studies "
    "research researcher science sciences scientific engineering computer computing computational computation software "
    "hardware information technology technologies intelligence artificial natural language processing vision image "
    "images "
    "recognition detection classification prediction generation estimation optimization optimisation simulation design "
    "development evaluation assessment survey framework architecture performance control management security privacy "
    "efficient effective robust dynamic dynamics statistical statistics mathematical mathematics physics chemistry "
    "biology "
    "biological medicine medical clinical health history philosophy economics economic political policy social society "
    "education educational psychology environmental ecology energy water climate quantum molecular cellular cell cells "
    "gene genes genetic genome protein proteins species evolution evolutionary population human humans brain disease "
    "cancer patients treatment therapy effect effects impact role structure structures function functions process "
    "processes problem problems solution solutions graph graphs group groups space spaces random stochastic linear "
    "nonlinear distributed parallel adaptive online mobile wireless digital virtual web internet cloud user users "
    "knowledge reasoning reinforcement supervised unsupervised federated transformer transformers attention embedding "
    "representation representations language languages speech text translation semantic grammar corpus linguistics "
    "introduction foundations handbook encyclopedia guide tutorial lectures course courses program project projects "
    "award awards fellowship grant scholarship honors medal prize student students professor postdoctoral fellow "
    "intern "
    "engineer scientist manager director assistant associate senior lecturer reader chair head member editor editorial "
    "reviewer committee board january february march april june july august september october november december spring "
    "summer fall winter present teaching experience skills service services academic professional work working invited "
    "talk talks presentation poster seminar keynote github code slides video link links pdf html website homepage "
    "google scholar linkedin email phone address usa uk china japan germany france spain italy canada australia india "
    "korea singapore netherlands switzerland sweden norway finland denmark york london paris berlin tokyo beijing "
    "shanghai boston cambridge oxford stanford california texas michigan ohio florida virginia washington chicago "
    "und der die das den dem des ein eine im zur zum fur mit auf aus bei uber les une dans sur pour avec aux ces los "
    "las "
    "una unos para con por sobre entre como desde il gli dei delle nella nel per sul sulla um uma dos das nos nas "
    "pour comme est sont et al etal zeitschrift revue revista rivista tijdschrift czasopismo edition verlag";

}  // namespace

bool is_name_particle(std::string_view folded) {
  static const WordSet set = make_set(kParticles);
  return set.contains(folded);
}

bool is_name_title(std::string_view folded) {
  static const WordSet set = make_set(kTitles);
  return set.contains(folded);
}

bool is_name_suffix(std::string_view folded) {
  static const WordSet set = make_set(kSuffixes);
  return set.contains(folded);
}

bool is_given_name(std::string_view folded) {
  static const WordSet set = make_set(kGiven);
  return set.contains(folded);
}

bool is_frequent_family(std::string_view folded) {
  static const WordSet set = make_set(kFamily);
  return set.contains(folded);
}

bool is_no_name_word(std::string_view folded) {
  static const WordSet set = make_set(kNoName);
  if (set.contains(folded)) return true;
  constexpr std::size_t kShortest = 7;
  if (folded.size() < kShortest) return false;
  static constexpr std::string_view kEndings[] = {"ology",  "onomy",  "graphy",  "istry", "ience", "iences", "tion",
                                                  "tions",  "ment",   "ments",   "ness",  "ical",  "ometry", "ities",
                                                  "ologie", "ologia", "ography", "ized",  "ised",  "ability"};
  return std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view e) { return folded.ends_with(e); });
}

int cjk_family_length(std::u32string_view name) {
  static constexpr std::u32string_view kOne =
      U"王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾"
      U"彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴"
      U"夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖"
      U"賴龚龔文"
      U"김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도"
      U"소석선설마길연위표명기반왕금옥육인맹제모"
      U"岡原森林";
  static constexpr std::u32string_view kTwo[] = {
      U"欧阳", U"歐陽", U"司马", U"司馬", U"上官", U"诸葛", U"諸葛", U"東方", U"佐藤", U"鈴木", U"高橋", U"田中",
      U"伊藤", U"渡辺", U"渡邊", U"山本", U"中村", U"小林", U"加藤", U"吉田", U"山田", U"佐々", U"山口", U"松本",
      U"井上", U"木村", U"斎藤", U"清水", U"山崎", U"池田", U"橋本", U"阿部", U"石川", U"前田", U"藤田", U"小川",
      U"後藤", U"岡田", U"石井", U"長谷", U"村上", U"近藤", U"坂本", U"遠藤", U"青木", U"藤井", U"西村", U"福田",
      U"太田", U"三浦", U"藤原", U"松田", U"岡本", U"中川", U"中野", U"原田", U"小野", U"田村", U"竹内", U"金子",
      U"和田", U"中山", U"石田", U"上田", U"森田", U"西川", U"남궁", U"황보", U"선우", U"제갈",
  };
  for (const auto two : kTwo)
    if (name.substr(0, 2) == two) return 2;
  return !name.empty() && kOne.find(name[0]) != std::u32string_view::npos ? 1 : 0;
}

}  // namespace scholargraph
