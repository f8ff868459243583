// SPDX-License-Identifier: Apache-2.0
// Institutions, roles, places and entry labels in eleven languages.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

constexpr int value(EmploymentKind kind) { return static_cast<int>(kind); }

}  // namespace

const Lexicon& institution_words() {
  static const Lexicon words{
      {kUniversityWord,
       "univer*|univ|unive*|uni|fernuni*|u of|seminary|seminario|vishwavidyalaya|*universitat|*universiteit|*universitet|uniwersytet*|ylio*|college|colleges|hochschule|"
       "*hochschule|fachhochschule|polytechnic*|politecnico|politecnica|politechnika|polytechnique|polytech|"
       "ecole normale|ecole polytechnique|ecole|ecoles|escola|escuela|scuola|eth|epfl|mit|ucla|ucsd|ucsb|ucsf|"
       "ucl|kaist|postech|caltech|cnrs|inria|inserm|inra|inrae|cea|csic|conicet|nist|nih|nasa|cern|ens|enset|nyu|hkust|"
       "ustc|usc|cmu|nus|ntu|epfz|sissa|ictp|lse|unam|usp|unicamp|ufrgs|ufrj|ufmg|unesp|upenn|vcu|upei|uiuc|"
       "institute of technology|institute of science|universitaet|technion|akademie|akademia|akademi|academia|academy|"
       "institut fur technologie|conservatory|conservatoire|lycee|liceo|gymnasium|high school|secondary school|"
       "uc berkeley|uc davis|uc san diego|uc irvine|uc santa cruz|uc santa barbara|uc riverside|uc merced|iit|iisc|iiit|"
       "oxford|cambridge|harvard|stanford|princeton|yale|georgia tech|virginia tech|texas tech|caltech|"
       "大学|大學|学院|學院|学校|科学院|高校|高専|研究所|研究院|대학교|대학원|연구소|연구원|과학기술원|대학"},
      {kInstituteWord,
       "institut*|institute|istituto|instituto|instituut|instytut|institutet|centre|center|centro|zentrum|centrum|"
       "*zentrum|laborator*|labo|labs|lab|hospital*|hopital|hopitaux|*krankenhaus|*spital|klinik*|*klinik|*klinikum|clinic|clinica|charite|"
       "observatory|observatoire|museum|musee|museo|museu|library|foundation|fundacion|fondation|stiftung|fondazione|"
       "agency|agence|agencia|ministry|ministere|ministerio|ministerium|council|conseil|bureau|corporation|"
       "max planck*|fraunhofer*|helmholtz*|leibniz*|national laboratory|research center|research centre|academie|"
       "microsoft research|google|deepmind|facebook|meta|amazon|aws|ibm|nvidia|tencent|baidu|huawei|alibaba|bytedance|"
       "microsoft|samsung|intel|apple|adobe|openai|anthropic|bloomberg|siemens|bosch|novartis|roche|pfizer|"
       "research institute|infirmary|nhs|army|navy|air force|society|association|court|government|"
       "*schule|schulen|colegio|collegio|school district|elementary school|middle school|school|"
       "实验室|實驗室|研究中心|中心|医院|センター|病院|機構|研究室|박물관|병원|센터"},
      {kUnitWord,
       "department|departement|departamento|dipartimento|dept|faculty|faculte|facultad|facolta|faculdade|fakultat|"
       "*fakultat|faculteit|wydzial|division|section|unit|unite|group|groupe|grupo|gruppo|gruppe|arbeitsgruppe|*gruppe|"
       "lehrstuhl|chair|programme|program|programa|school of|college of|graduate school of|faculty of|"
       "abteilung|fachbereich|seminar|team|office of|laboratory of|laboratory for|lab of|cluster|"
       "学部|研究科|学科|系|専攻|教室|学部・大学院|학과|학부|전공"},
      {kCompanyWord,
       "inc|ltd|ltda|llc|gmbh|ag|sa|s a|spa|srl|sarl|corp|corp|plc|bv|nv|ab|oy|kg|limited|company|cia|"
       "technologies|pharmaceuticals|bank|banco|banque|公司|集团|株式会社|주식회사"},
  };
  return words;
}

const Lexicon& role_words() {
  static const Lexicon words{
      {value(EmploymentKind::kJob),
       "professor*|prof|assistant professor|associate professor|full professor|adjunct|lecturer|senior lecturer|reader|"
       "instructor|faculty member|faculty|postdoc*|post doc|post doctoral|fellow|research fellow|researcher|scientist|"
       "research scientist|investigator|research associate|research assistant|research scholar|scholar|"
       "teaching assistant|assistant|associate|associate director|director|codirector|co director|head|dean|chair|chairman|"
       "president|vice president|provost|chancellor|engineer|software engineer|developer|programmer|analyst|consultant|"
       "manager|coordinator|coordinador|officer|technician|specialist|architect|designer|teacher|tutor|editor|author|"
       "curator|librarian|archivist|statistician|economist|physician|surgeon|resident|registrar|"
       "attending|nurse|veterinarian|psychologist|clinician|pharmacist|lawyer|attorney|founder|cofounder|co founder|ceo|"
       "cto|cso|coo|advisor|adviser|chief|lead|leader|principal|partner|executive|secretary|administrator|supervisor|"
       "employee|freelance|freelancer|self employed|selfemployed|residency|clerkship|worker|staff|member of technical staff|volunteer|trainee|"
       "team member|core member|board member|council member|committee member|visiting assistant professor|gta|gra|ta|ra|grader|docent|emeritus|rector|trustee|journalist|writer|"
       "pi|contractor|field work|fieldwork|educator|mentor|ambassador|columnist|blogger|apprentice|clerk|"
       "assistantship|assistantships|demonstrator|chairperson|treasurer|expert|operator|owner|"
       "wissenschaftlich*|mitarbeiter*|professur|vertretungsprofessur|privatdozent*|dozent*|lehrbeauftragt*|assistent*|"
       "leiter*|*leiter|geschaftsfuhrer*|*arzt|arzt|arztin|assistenzarzt*|stipendiat*|referent*|hilfskraft|tutorin|"
       "akademisch* rat|akademischer rat|berater*|entwickler*|ingenieur*|werkstudent*|gastwissenschaftler*|gastprofessor*|"
       "professeur*|maitre de conferences|maitresse de conferences|charge de recherche|chargee de recherche|"
       "directeur de recherche|directrice de recherche|ater|chercheur*|chercheuse|enseignant*|post doctorant*|"
       "postdoctorant*|attache*|ingenieur de recherche|ingenieur d etudes|vacataire|allocataire*|moniteur|monitrice|directeur|"
       "directrice|responsable|charge d enseignement|charge de cours|inspecteur|"
       "profesor*|catedratic*|investigador*|becari*|ayudante|docente|titular|contratado|director*|jefe|jefa|"
       "asistente|coordinadora|desarrollador*|"
       "professore|professoressa|ricercator*|assegnista|borsista|docente|assegno di ricerca|collaborator*|"
       "direttor*|responsabile|contrattista|"
       "professora|pesquisador*|bolsista|monitor*|estagiario|diretor*|assessor*|servidor*|consultor*|"
       "hoogleraar|onderzoeker|universitair docent|universitair hoofddocent|docent|medewerker|adiunkt|asystent|"
       "forskare|lektor|amanuensis|tutkija|"
       "教授|副教授|准教授|助理教授|助教|讲师|講師|研究员|研究員|博士后|博士後|工程师|工程師|科学家|主任|院长|所长|特任|助手|"
       "エンジニア|プログラマ|アシスタント|リサーチ|支援員|研究支援員|フェロー|嘱託|任期付|교수|조교수|부교수|연구원|강사|박사후|책임연구원|선임연구원|연구교수"},
      {value(EmploymentKind::kInternship),
       "intern|internship|interns|summer intern|research intern|research internship|co op|coop student|praktikant*|praktikum|"
       "stagiaire|stage|practicante|pasante|pasantia|tirocinante|tirocinio|estagio|stagist|praktisches jahr|"
       "实习|实习生|實習|インターン|인턴"},
      {value(EmploymentKind::kVisit),
       "visiting|visitor|visiting scholar|visiting researcher|visiting professor|visiting student|visiting fellow|"
       "visiting scientist|academic visitor|guest researcher|guest|research visit|virtual visit|research stay|visit|"
       "gastaufenthalt|forschungsaufenthalt|gast|professeur invite|chercheur invite|invite|sejour de recherche|"
       "profesor visitante|investigador visitante|visitante|estancia|professore visitatore|visiting phd student|"
       "sabbatical|访问学者|访问学生|访问|訪問|訪問學者|방문"},
      {value(EmploymentKind::kExchange),
       "exchange student|exchange|exchange program|exchange programme|erasmus|study abroad|semester abroad|"
       "auslandssemester|echange|intercambio|scambio|交换|交換|交換留学|교환학생"},
      {kStudentRole,
       "phd student|phd candidate|doctoral student|doctoral candidate|doctoral researcher|graduate student|"
       "undergraduate student|master student|student|doktorand*|promotionsstudent*|doctorant*|doctorando|doctoranda|"
       "dottorand*|doutorand*|promovendus|aio|predoctoral|candidate|eleve|etudiant|etudiante|estudiante|studente|studentessa|博士生|硕士生|学生|박사과정"},
  };
  return words;
}

const Lexicon& place_words() {
  static const Lexicon words{
      {1,
       "usa|u s a|us|united states|united states of america|america|canada|uk|u k|united kingdom|england|scotland|wales|"
       "ireland|northern ireland|france|germany|deutschland|allemagne|spain|espana|espagne|portugal|italy|italia|italie|"
       "austria|osterreich|switzerland|schweiz|suisse|svizzera|belgium|belgique|belgie|netherlands|the netherlands|"
       "nederland|pays bas|luxembourg|denmark|danmark|sweden|sverige|norway|norge|finland|suomi|iceland|poland|polska|"
       "pologne|czech republic|czechia|slovakia|slovenia|hungary|romania|bulgaria|greece|turkey|turkiye|croatia|serbia|"
       "estonia|latvia|lithuania|russia|ukraine|belarus|georgia|armenia|israel|palestine|jordan|lebanon|egypt|morocco|maroc|"
       "tunisia|tunisie|algeria|algerie|south africa|nigeria|kenya|ghana|cameroon|cameroun|ethiopia|uganda|senegal|india|"
       "pakistan|bangladesh|sri lanka|nepal|china|p r china|pr china|hong kong sar|macau sar|hong kong|macau|taiwan|japan|korea|south korea|"
       "republic of korea|singapore|malaysia|indonesia|thailand|vietnam|philippines|australia|new zealand|brazil|brasil|"
       "argentina|chile|uruguay|paraguay|bolivia|peru|ecuador|colombia|venezuela|mexico|costa rica|cuba|iran|iraq|"
       "gales|inglaterra|escocia|irlanda|alemania|francia|suiza|belgica|paises bajos|holanda|suecia|noruega|dinamarca|finlandia|"
       "polonia|grecia|turquia|rusia|estados unidos|reino unido|japon|corea|corea del sur|nueva zelanda|etats unis|royaume uni|"
       "angleterre|ecosse|irlande|autriche|grece|turquie|russie|coree|coree du sud|bresil|mexique|chine|inde|australie|danemark|"
       "suede|norvege|finlande|roumanie|hongrie|vereinigte staaten|grossbritannien|frankreich|spanien|italien|niederlande|"
       "belgien|schweden|norwegen|finnland|polen|tschechien|ungarn|griechenland|turkei|russland|kanada|brasilien|mexiko|indien|"
       "australien|neuseeland|sudafrika|stati uniti|regno unito|inghilterra|germania|spagna|paesi bassi|svezia|norvegia|"
       "danimarca|finlandia|giappone|cina|brasile|messico|alemanha|franca|espanha|suica|japao|verenigde staten|"
       "verenigd koninkrijk|duitsland|frankrijk|spanje|zwitserland|zweden|denemarken|"
       "saudi arabia|qatar|uae|aus|gbr|deu|fra|esp|ita|nld|che|aut|bel|swe|dnk|prt|chn|jpn|kor|bra|mex|nzl|zaf|"
       "united arab emirates|kuwait|oman|syria|europe|remote|online|"
       "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|"
       "kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|"
       "nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|"
       "rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|"
       "wyoming|ontario|quebec|british columbia|alberta|manitoba|nova scotia|pei|"
       "ca|ny|ma|tx|il|pa|nj|ct|md|va|nc|ga|fl|oh|mi|mn|wi|wa|or|az|co|ut|nm|tn|ky|la|mo|ks|ia|ne|sc|al|ri|nh|vt|me|dc|d c|"
       "nv|ok|ar|ms|hi|ak|de|wv|mt|wy|id|sd|nd|nsw|qld|vic|bc|on|qc|tw|"
       "中国|日本|台湾|韓国|한국|프랑스|法国|德国|美国|巴西|意大利|英国|东京|北京|上海|東京|京都|大阪|서울"},
      {2,
       "paris|london|londres|berlin|munich|munchen|hamburg|vienna|wien|zurich|geneva|geneve|lausanne|basel|bern|rome|roma|"
       "milan|milano|madrid|barcelona|lisbon|lisboa|porto|brussels|bruxelles|amsterdam|rotterdam|utrecht|stockholm|"
       "copenhagen|oslo|helsinki|warsaw|warszawa|krakow|prague|budapest|moscow|istanbul|athens|tokyo|kyoto|osaka|"
       "beijing|shanghai|shenzhen|guangzhou|hangzhou|hefei|nanjing|seoul|daejeon|taipei|boston|chicago|los angeles|"
       "san francisco|san diego|seattle|philadelphia|houston|dallas|atlanta|montreal|toronto|vancouver|sydney|melbourne|"
       "sao paulo|rio de janeiro|buenos aires|santiago|bogota|montevideo|lima|mexico city|lyon|toulouse|marseille|grenoble|"
       "strasbourg|bordeaux|lille|nantes|nice|rennes|dublin|edinburgh|glasgow|manchester|"
       "new delhi|delhi|mumbai|bangalore|chennai|kolkata|pittsburgh|urbana|mountain view|palo alto|santa clara|bellevue"},
  };
  return words;
}

namespace {

const Lexicon& label_words() {
  static const Lexicon words{
      {static_cast<int>(EntryLabel::kAdvisor),
       "advisor|advisors|adviser|advisers|supervisor|supervisors|supervised by|supervised|advised by|under the supervision|"
       "co advisor|coadvisor|co supervisor|co supervisors|thesis advisor|thesis adviser|thesis supervisor|phd advisor|"
       "mentor|mentors|mentored by|pi|host|hosts|committee|committee members|committee chair|thesis committee|chair|examiners|"
       "dissertation committee|dissertation advisor|doctoral advisor|dissertation chair|research advisor|faculty advisor|"
       "betreuer|betreuerin|doktorvater|doktormutter|gutachter|erstgutachter|directeur|directeur de these|directeurs|"
       "directrice de these|encadrant|encadrants|encadrement|jury|sous la direction de|director de tesis|director|tutor|"
       "directores|relatore|relatori|relatrice|supervisore|orientador|orientadora|coorientador|promotor|promotoren|"
       "copromotor|begeleider|opiekun|handledare|指導教員|指导教师|指導教授|导师|導師|지도교수"},
      {static_cast<int>(EntryLabel::kThesis),
       "thesis|thesis title|dissertation|dissertation title|phd thesis|ph d thesis|master thesis|masters thesis|master s thesis|bachelor thesis|doctoral thesis|"
       "doctoral dissertation|title|independent work|senior thesis|honors thesis|diploma thesis|msc thesis|thesis on|topic|"
       "titel|dissertationsthema|masterarbeit|bachelorarbeit|diplomarbeit|doktorarbeit|thema|these|titre|memoire|sujet|"
       "tesis|tesis doctoral|titulo|titulo de la tesis|tesi|titolo|titolo della tesi|tese|dissertacao|"
       "trabalho de conclusao|trabalho de conclusao de curso|tcc|trabajo de fin de grado|trabajo fin de grado|trabajo fin de master|tfg|tfm|monografia|"
       "proefschrift|scriptie|論文題目|学位論文|论文题目|学位论文|论文|논문"},
      {static_cast<int>(EntryLabel::kOther),
       "gpa|cgpa|grade|grades|note|noten|ranking|rank|minor|minors|courses|coursework|relevant courses|relevant coursework|"
       "honors|honours|awards|distinction|mention|research areas|research area|research topic|research topics|research group|"
       "keywords|description|responsibilities|duties|skills|technologies|tools|projects|project|funding|scholarship|"
       "publicly available|url|website|link|email|tel|phone|abschlussnote|schwerpunkte|schwerpunkt|calificacion|nota|voto|"
       "moyenne|bolsista|palavras chave|grande area|areas|areas de conhecimento|profile page|publications|publication|"
       "concentration|specialization|major gpa|overall gpa|areas of study|areas of specialization|topics"},
  };
  return words;
}

}  // namespace

std::pair<EntryLabel, std::size_t> entry_label(std::string_view line) {
  std::size_t start = 0;
  while (start < line.size() && static_cast<unsigned char>(line[start]) < 0x80 && !std::isalnum(static_cast<unsigned char>(line[start]))) ++start;
  const std::string_view head = line.substr(start, 60);
  const std::vector<LexWord> words = lex_words(head);
  if (words.empty()) return {EntryLabel::kNone, 0};
  // "Thesis: On ponds": the colon ends the label, although "thesis on" is one too.
  if (const std::size_t sign = std::min(head.find(':'), head.find("\xEF\xBC\x9A")); sign != std::string_view::npos) {
    const auto before = lex_words(head.substr(0, sign));
    const auto hit = before.empty() ? std::nullopt : label_words().match_at(before, 0);
    if (hit && hit->last == before.size())
      return {static_cast<EntryLabel>(hit->value), start + sign + (head[sign] == ':' ? 1 : 3)};
  }
  const auto hit = label_words().match_at(words, 0);
  if (!hit) return {EntryLabel::kNone, 0};
  const auto label = static_cast<EntryLabel>(hit->value);
  const std::size_t end = start + words[hit->last - 1].end;
  std::size_t after = end;
  while (after < line.size() && (line[after] == ' ' || line[after] == '\t' || line[after] == ')')) ++after;
  const bool colon = after < line.size() && (line[after] == ':' || line.substr(after).starts_with("\xEF\xBC\x9A"));
  if (colon) return {label, after + (line[after] == ':' ? 1 : 3)};
  // Without a colon only wordings that cannot be a role or a title count.
  const std::string& first = words[0].folded;
  const bool verb = first == "supervised" || first == "advised" || first == "mentored" || first == "under" || first == "sous";
  const bool titled = label == EntryLabel::kThesis && words.size() > hit->last && line.substr(after).find_first_of("\"'\xE2") == 0;
  const bool person = label == EntryLabel::kAdvisor && words.size() > hit->last &&
                      (words[hit->last].folded == "prof" || words[hit->last].folded == "dr" || words[hit->last].folded == "professor");
  if (verb || titled || person) return {label, after};
  return {EntryLabel::kNone, 0};
}

std::size_t inner_label(std::string_view line) {
  constexpr int kLongestLabel = 3;  // words
  for (std::size_t colon = line.find(": "); colon != std::string_view::npos; colon = line.find(": ", colon + 1)) {
    std::size_t begin = colon;
    for (int words = 0; words < kLongestLabel && begin > 0; ++words) {
      begin = line.find_last_of(" \t", begin - 1);
      if (begin == std::string_view::npos || begin == 0) break;
      std::size_t next = begin + 1;
      if (!is_upper(next_code_point(line, next))) break;
      const auto [label, end] = entry_label(line.substr(begin + 1));
      if ((label != EntryLabel::kThesis && label != EntryLabel::kAdvisor) || begin + 1 + end != colon + 1) continue;
      const std::string_view before = line.substr(0, begin);
      if (institution_words().contains(before) || !find_degrees(before).empty()) return begin + 1;
    }
  }
  return line.size();
}

}  // namespace scholargraph
