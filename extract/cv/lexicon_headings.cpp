// SPDX-License-Identifier: Apache-2.0
// Section headings of CVs in eleven languages.
#include "base/text.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

constexpr int value(SectionKind kind) { return static_cast<int>(kind); }

const Lexicon& heading_words() {
  static const Lexicon words{
      {value(SectionKind::kEducation),
       "education|educations|educational experience|educational background|academic background|educational qualifications|qualifications|"
       "academic qualifications|degrees|degree|academic degrees|studies|professional preparation|academic preparation|"
       "education and professional preparation|schooling|doctoral work|doctoral studies|"
       "graduate studies|academic training|education and training|training|academic history|graduate education|"
       "undergraduate education|postgraduate education|medical education|"
       "ausbildung|bildung|bildungsweg|studium|akademische ausbildung|schulbildung|hochschulbildung|werdegang|"
       "akademischer werdegang|hochschulstudium|universitare ausbildung|promotion|"
       "formation|formations|etudes|diplomes|diplome|cursus|cursus universitaire|parcours academique|"
       "parcours universitaire|formation universitaire|formation academique|titres universitaires|scolarite|"
       "formacion|formacion academica|educacion|estudios|titulacion|titulos|titulos academicos|titulaciones|"
       "estudios realizados|formazione|istruzione|istruzione e formazione|titoli di studio|studi|"
       "formazione accademica|formacao|formacao academica|formacao academica titulacao|educacao|titulacao|"
       "opleiding|opleidingen|onderwijs|studie|wyksztalcenie|utbildning|uddannelse|koulutus|vzdelani|"
       "学歴|学历|教育|学位|求学|教育背景|教育经历|學歷|学業|학력|교육|학위"},
      {value(SectionKind::kEmployment),
       "employment|employments|experience|experiences|work experience|work history|employment history|positions|"
       "position|appointments|appointment|academic appointments|academic positions|academic employment|"
       "professional appointments|professional positions|positions held|professional experience|"
       "research experience|industry experience|industrial experience|academic experience|career|career history|"
       "professional history|professional background|current position|current positions|current appointment|"
       "previous positions|past positions|current work|present position|work|professional employment|"
       "employment record|faculty positions|research positions|clinical experience|other experience|"
       "professional career|research and professional experience|affiliation|current affiliation|current affiliations|residency|"
       "postdoctoral training|postgraduate training|postgraduate medical training|non academic employment|"
       "other employment|relevant experience|academic career|administrative positions|leadership positions|"
       "job|jobs|job history|postdoctoral experience|"
       "berufserfahrung|berufstatigkeit|beruflicher werdegang|tatigkeiten|anstellungen|arbeitserfahrung|"
       "berufliche tatigkeit|berufliche laufbahn|wissenschaftlicher werdegang|positionen|praktische erfahrung|"
       "berufspraxis|stellen|"
       "experience professionnelle|experiences professionnelles|experiences|emplois|postes|parcours professionnel|"
       "parcours|postes occupes|situation actuelle|fonctions|carriere|poste actuel|activites professionnelles|"
       "experience academique|"
       "experiencia|experiencia profesional|experiencia laboral|empleo|cargos|trayectoria|trayectoria profesional|"
       "experiencia academica|puestos|actividad profesional|experiencia investigadora|cargos docentes|"
       "esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|"
       "esperienze lavorative|posizioni|posizione attuale|carriera|impieghi|attivita professionale|"
       "experiencia profissional|atuacao profissional|atuacao|emprego|experiencias|"
       "experiencia academica e profissional|vinculos|vinculo institucional|"
       "werkervaring|ervaring|loopbaan|functies|aanstellingen|doswiadczenie|doswiadczenie zawodowe|zatrudnienie|"
       "anstallningar|anstallning|arbetslivserfarenhet|tyokokemus|ansaettelser|erhvervserfaring|"
       "雇用|任職|職歴|职历|工作经历|工作經歷|工作经验|任职|职业|经历|經歷|略歴|研究歴|所属|경력|경험|근무|직장|약력"},
      {value(SectionKind::kInternships),
       "internship|internships|internship experience|intern experience|stages|stage|praktika|praktikum|practicas|"
       "tirocini|tirocinio|estagios|estagio|stages en entreprise|实习|實習|インターン|인턴"},
      {value(SectionKind::kVisits),
       "visits|research visits|visiting positions|academic visits|research stays|research stay|visiting appointments|"
       "visiting|research visit|stays abroad|international experience|visiting scholar|sabbaticals|"
       "forschungsaufenthalte|auslandsaufenthalte|sejours de recherche|sejours|estancias|"
       "estancias de investigacion|pasantias|pasantia|pasantias de investigacion|movilidad|soggiorni|soggiorni di ricerca|"
       "sejours scientifiques|sejours a l etranger|invitations|visites|visites scientifiques|visites de recherche|visitas|"
       "visitas de investigacion|visitas de pesquisa|gastaufenthalte|periodi all estero|estadias|estadias de pesquisa|"
       "研究滞在|滞在歴|访问|訪問"},
      {value(SectionKind::kPapers),
       "publications|publication|papers|paper|articles|article|preprints|preprint|manuscripts|manuscript|"
       "selected publications|list of publications|peer reviewed|journal articles|journal papers|journals|"
       "conference papers|conference proceedings|conference publications|proceedings|book chapters|books|book|"
       "book reviews|reviews|chapters|monographs|technical reports|works in progress|work in progress|bibliography|"
       "working papers|refereed|scholarly works|research output|published|in press|in preparation|under review|"
       "submitted|edited volumes|refereed articles|theses|thesis|dissertation|dissertations|writing|translations|"
       "edited books|textbooks|textbook|laboratory manuals|manuals|letters|creative works|scholarship|published works|peer reviewed articles|journal|conferences papers|"
       "veroffentlichungen|publikationen|publikationsliste|schriften|aufsatze|publications scientifiques|"
       "articles|ouvrages|actes|publicaciones|articulos|libros|capitulos|capitulos de libro|congresos|"
       "trabajos|pubblicazioni|articoli|libri|capitoli|publicacoes|artigos|producao|producoes|producao bibliografica|"
       "livros|capitulos de livros|publicaties|artikelen|publikacje|publikationer|julkaisut|"
       "論文|论文|业績|業績|著書|著作|发表|發表|出版|研究業績|論著|논문|저서|연구실적|출판"},
      {value(SectionKind::kTalks),
       "talks|talk|presentations|presentation|invited talks|lectures|seminars|conferences|conference talks|"
       "invited lectures|posters|poster presentations|conference presentations|comments|invited presentations|"
       "seminar talks|colloquia|oral presentations|speaking|keynotes|invited addresses|conference|workshops|workshop|"
       "conference abstracts|abstracts|conference activity|conference participation|tutorials|"
       "vortrage|exposes|communications|conferences invitees|communications orales|seminaires|presentaciones|"
       "conferencias|ponencias|charlas|seminarios|presentazioni|conferenze|comunicazioni|apresentacoes|"
       "comunicacoes|palestras|eventos|voordrachten|lezingen|wystapienia|foredrag|"
       "講演|演講|讲座|报告|学会発表|口頭発表|발표|강연"},
      {value(SectionKind::kAwards),
       "awards|award|honors|honours|honor|prizes|prize|scholarships|scholarship|fellowships|fellowship|distinctions|"
       "honors and awards|awards and honors|achievements|accomplishments|recognition|recognitions|academic honors|"
       "auszeichnungen|preise|stipendien|ehrungen|prix|bourses|bourse|recompenses|distinctions|laureats|premios|becas|"
       "reconocimientos|distinciones|premi|borse di studio|riconoscimenti|bolsas|distincoes|titulos honorificos|"
       "prijzen|beurzen|nagrody|stypendia|utmarkelser|受賞|受賞歴|奖|获奖|獲獎|荣誉|榮譽|奖励|수상|장학"},
      {value(SectionKind::kGrants),
       "grants|grant|funding|research funding|research grants|external funding|grants and fellowships|sponsored research|"
       "contracts|research support|funded projects|grant support|drittmittel|forderung|financements|"
       "financement|contrats|financiacion|subvenciones|finanziamenti|fondi|financiamento|subsidies|granty|"
       "助成|外部資金|研究費|競争的資金|基金|科研项目|연구비|연구과제"},
      {value(SectionKind::kService),
       "service|services|professional service|academic service|academic services|professional activities|"
       "professional activity|manuscript reviews|manuscript review|journal reviews|peer reviews|paper reviews|proposal reviews|grant reviews|reviewing|reviewer|referee|refereeing|peer review|editorial|editorial boards|"
       "editorial work|program committees|program committee|committees|committee service|community service|outreach|"
       "organization|organisation|administration|administrative|university service|departmental service|"
       "conference organization|service activities|professional services|peer reviewer|journal reviewer|"
       "conference reviewer|manuscript reviewing|engagement|volunteer|volunteering|leadership|"
       "extracurricular|extracurricular activities|consulting|media|press|"
       "gutachtertatigkeit|gremien|selbstverwaltung|ehrenamt|ehrenamtliches engagement|"
       "responsabilites|responsabilites collectives|animation scientifique|activites|vie scientifique|"
       "servicio|gestion|evaluacion|arbitraje|servizio|incarichi|attivita editoriale|servico|"
       "bancas|revisor de periodico|dienst|nevenfuncties|"
       "学術活動|社会活動|委員|学会活動|审稿|學術服務|学术服务|社会服务|志愿经历|志愿者经历|社团经历|校园经历|学生工作|봉사|학회활동"},
      {value(SectionKind::kTeaching),
       "teaching|teaching experience|courses|courses taught|teaching assistant|teaching assistantship|"
       "teaching assistantships|teaching activities|teaching positions|instruction|lecturing|coursework|pedagogy|"
       "teaching interests|lehre|lehrtatigkeit|lehrerfahrung|lehrveranstaltungen|enseignement|enseignements|"
       "docencia|ensenanza|cursos|insegnamento|didattica|attivita didattica|ensino|docencia|disciplinas|"
       "onderwijservaring|dydaktyka|undervisning|教学|教學|教育歴|教育活動|教学经历|教学经验|教學經歷|授课经历|授業|担当科目|讲授课程|강의"},
      {value(SectionKind::kAdvising),
       "msc students|ms students|ma students|master students|masters students|master s students|mphil students|bsc students|bachelor students|"
       "bachelor s students|undergraduate students|honors students|honours students|doctoral candidates supervised|"
       "advising|mentoring|supervision|students|student supervision|advisees|mentees|student advising|"
       "students supervised|thesis supervision|graduate students|phd students|doctoral students|mentorship|"
       "visiting scholars|visiting students|visiting researchers|visitors|visitors hosted|visiting phd students|supervised students|supervised theses|thesis committees|postdocs|postdoctoral researchers|trainees|"
       "dissertation committees|research supervision|graduate advising|student mentoring|group members|"
       "betreuung|betreute arbeiten|encadrement|encadrements|direction de theses|theses dirigees|"
       "direccion de tesis|tesis dirigidas|supervisione|tesi seguite|orientacoes|orientacao|begeleiding|"
       "学生指導|指导学生|指導学生|学生|학생"},
      {value(SectionKind::kProjects),
       "projects|project|research projects|software|open source|packages|software packages|code|tools|portfolio|"
       "producao tecnica|demais tipos de producao tecnica|produccion tecnica|trabalhos tecnicos|assessoria e consultoria|selected projects|side projects|projects links|patents|patent|production|products|datasets|data sets|"
       "projekte|forschungsprojekte|projets|projet|logiciels|brevets|proyectos|software|patentes|progetti|brevetti|"
       "projetos|projetos de pesquisa|projecten|projekty|プロジェクト|特許|项目|項目|项目经历|项目经验|項目經歷|专利|프로젝트|특허"},
      {value(SectionKind::kSkills),
       "skills|technical skills|languages|language|language skills|computer skills|programming|programming languages|"
       "technologies|computing|certifications|certificates|certification|licenses|licensure|licences|"
       "professional development|continuing education|board certification|hobbies|interests and hobbies|competences|"
       "computer literacy|it skills|expertise|kenntnisse|sprachen|sprachkenntnisse|fahigkeiten|fertigkeiten|"
       "edv kenntnisse|langues|competences|informatique|idiomas|habilidades|competencias|lingue|competenze|linguas|"
       "vaardigheden|talen|jezyki|umiejetnosci|sprak|スキル|語学|资格|資格|免許|技能|语言|語言|기술|자격|언어"},
      {value(SectionKind::kInterests),
       "research interests|interests|research areas|areas of interest|research interest|fields of interest|"
       "area of specialization|areas of specialization|areas of competence|research fields|research field|"
       "fields of research|specialization|area of competence|areas of expertise|fields of specialization|"
       "research focus|research themes|forschungsinteressen|forschungsschwerpunkte|interessen|"
       "themes de recherche|thematiques de recherche|theme de recherche|centres d interet|domaines de recherche|intereses|lineas de investigacion|interessi di ricerca|interessi|"
       "areas de interesse|interesses|areas de atuacao|linhas de pesquisa|onderzoeksinteresses|"
       "研究兴趣|研究方向|研究分野|専門分野|専門|研究领域|관심분야|연구분야|전공"},
      {value(SectionKind::kSummary),
       "summary|profile|about|about me|biography|bio|short bio|statement|objective|overview|personal statement|"
       "executive summary|research summary|biographical sketch|research statement|zusammenfassung|uber mich|profil|"
       "resume|a propos|biographie|perfil|resumen|sobre mi|profilo|resumo|over mij|个人简介|自己紹介|プロフィール|简介|소개"},
      {value(SectionKind::kReferences),
       "references|referees|reference|recommendations|references available|referenzen|references|referencias|"
       "referenze|referenties|推薦|照会先|추천인"},
      {value(SectionKind::kMembership),
       "memberships|membership|professional memberships|societies|professional societies|affiliations and memberships|"
       "affiliations|professional affiliations|professional affiliation|learned societies|associations|professional associations|professional organizations|"
       "mitgliedschaften|mitgliedschaft|affiliations professionnelles|societes savantes|membresias|afiliaciones|"
       "associazioni|affiliazioni|lidmaatschappen|所属学会|学会|会員|学会会员|회원"},
      {value(SectionKind::kNews), "news|updates|recent news|announcements|aktuelles|actualites|noticias|ニュース|新闻|소식"},
      {value(SectionKind::kOther),
       "visiting scientists|visiting professors|contact|contact information|contact details|personal information|personal details|personal data|address|"
       "miscellaneous|misc|other|others|links|additional information|other activities|activities|hobby|citizenship|"
       "personal|biographical information|office|home|table of contents|identifiers|metrics|bibliometrics|"
       "kontakt|personliche daten|personliche angaben|person|sonstiges|verschiedenes|coordonnees|etat civil|divers|"
       "informations personnelles|loisirs|contacto|datos personales|otros|otros meritos|contatti|dati personali|altro|"
       "contato|dados pessoais|identificacao|endereco|outros|persoonlijke gegevens|overige|dane osobowe|"
       "連絡先|個人情報|联系方式|个人信息|基本信息|其他|其他经历|その他|연락처|인적사항|기타"},
  };
  return words;
}

/// Words that a heading may add without changing what it announces.
const Lexicon& filler_words() {
  static const Lexicon words{
      {1,
       "and|or|of|the|a|in|for|at|to|by|on|with|my|other|others|selected|recent|additional|academic|professional|"
       "scientific|research|relevant|further|previous|past|current|present|key|main|full|complete|list|refereed|peer|"
       "reviewed|international|national|related|history|background|activities|activity|industry|industrial|university|"
       "graduate|undergraduate|doctoral|postdoctoral|external|internal|invited|contributed|major|college|level|"
       "awarded|obtained|received|held|granted|honorary|ongoing|completed|volume|edited|original|non|public|general|invited|competitive|college|experience|information|skills|technical|"
       "und|oder|der|die|das|des|von|zur|weitere|wissenschaftliche|akademische|berufliche|sonstige|ausgewahlte|"
       "et|ou|de|du|la|le|les|autres|scientifiques|universitaire|professionnelle|professionnelles|recherche|"
       "y|o|e|del|el|los|las|otras|otros|academica|academicas|profesional|investigacion|cientifica|"
       "di|della|delle|altre|scientifiche|accademica|professionale|ricerca|da|do|das|dos|em|outras|academica|"
       "profissional|pesquisa|en|van|het|andere|oraz|och|og|ja"},
  };
  return words;
}

/// One of the three words before `at` is "of" or its like.
bool follows_preposition(const std::vector<LexWord>& words, std::size_t at) {
  for (std::size_t k = at; k > 0 && at - k < 3;) {
    const std::string& word = words[--k].folded;
    if (word == "of" || word == "for" || word == "de" || word == "di" || word == "der" || word == "des" || word == "von") return true;
  }
  return false;
}

bool informative(SectionKind kind) { return kind != SectionKind::kOther && kind != SectionKind::kSummary; }

}  // namespace

HeadingMeaning heading_meaning(std::string_view heading) {
  HeadingMeaning meaning;
  const std::vector<LexWord> words = lex_words(heading);
  std::size_t known = 0;
  std::size_t filler = 0;
  std::size_t counted = words.size();
  std::size_t best_length = 0;
  bool education = false;
  for (std::size_t at = 0; at < words.size();) {
    const auto hit = heading_words().match_at(words, at);
    if (!hit) {
      const bool number = words[at].folded.find_first_not_of("0123456789ivx") == std::string::npos;
      if (number && (at == 0 || heading[words[at].begin - 1] == '(')) --counted;
      else if (filler_words().match_at(words, at)) ++filler;
      ++at;
      continue;
    }
    const auto kind = static_cast<SectionKind>(hit->value);
    const std::size_t length = hit->last - hit->first;
    known += length;
    if (kind == SectionKind::kEducation) education = true;
    // The later of two equally long phrases is the head of an English compound ("teaching awards"), but the first
    // of a list ("Education and awards") names the section.
    // "Supervision of student work" is supervision: what follows "of" only qualifies.
    const bool qualifies = meaning.kind != SectionKind::kUnknown && follows_preposition(words, at);
    const bool listed = at > 0 && (qualifies || words[at - 1].folded == "and" || words[at - 1].folded == "und" ||
                                   words[at - 1].folded == "et" || words[at - 1].folded == "y" ||
                                   words[at - 1].folded == "e" || heading.find_first_of("&/,", words[at - 1].end) < words[at].begin);
    const bool better = length > best_length || (length == best_length && !listed);
    if (meaning.kind == SectionKind::kUnknown || !informative(meaning.kind) || (better && informative(kind) && !listed)) {
      meaning.kind = kind;
      best_length = length;
    }
    at = hit->last;
  }
  if (counted > 0 && known > 0) {
    meaning.coverage = static_cast<double>(known + filler) / static_cast<double>(counted);
    if (meaning.coverage > 1) meaning.coverage = 1;
  }
  meaning.education_too = education && meaning.kind != SectionKind::kEducation;
  return meaning;
}

}  // namespace scholargraph
