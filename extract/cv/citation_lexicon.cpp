// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/citation_lexicon.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/cv/dates_lexicon.h"
#include "extract/cv/word_set.h"

namespace scholargraph {

namespace {

constexpr std::string_view kVenue =
    "journal journals proceedings proc conference conf symposium symp symposia workshop workshops transactions trans "
    "letters lett review reviews rev annals annales annalen bulletin bull magazine congress congrès meeting meetings "
    "advances lecture lncs lnai ieee acm usenix aaai neurips nips icml iclr cvpr iccv eccv acl emnlp naacl coling "
    "ijcai "
    "kdd sigmod vldb icde sigir chi www uai aistats colt jmlr tmlr pami tpami interspeech icassp iros icra rss corl "
    "wacv "
    "miccai isbi arxiv biorxiv medrxiv corr ssrn chemrxiv psyarxiv elife plos pnas mnras apj nature science cell "
    "lancet "
    "jama bmj nejm zeitschrift revue revista rivista tijdschrift archiv archives archive quarterly forum notes reports "
    "communications comm j int intl international national acta proceedings procs handbook encyclopedia encyclopaedia "
    "companion yearbook jahrbuch newsletter gazette chronicle studies papers series tagung kongress actes atti memorie "
    "cahiers anais congresso congreso conferencia simpósio konferenz čaśopis czasopismo zeszyty журнал вестник "
    "известия труды труд сборник conferenza collana supplement suppl issue proceeding academy society frontiers phys "
    "chem biol math sci astron astrophys geophys mem ann appl nat proceedinge technical report tech working";
constexpr std::string_view kPublisher =
    "press springer elsevier wiley routledge mit oxford cambridge university publisher publishers publishing verlag "
    "éditions ediciones editora editorial edizioni sage crc academic kluwer birkhäuser mcgraw pearson francis "
    "blackwell "
    "benjamins gruyter brill palgrave macmillan harvard princeton chicago nova igi wissenschaftliche";
constexpr std::string_view kAbbreviation =
    "proc procs conf j jr app trans symp int intl nat natl natn am amer acad assoc ann annu annls adv appl arch astron "
    "astrophys bull biochem biol bot can chem clin comm commun comp comput cogn curr dept dis econ ed eds edn eng "
    "engng "
    "environ eur europ evol exp ext genet geol geophys gen hist inf inform inst intell jpn lab lang lect lett ling "
    "mach "
    "mag math mech med mem methodol microbiol mol nachr neurosci no nos nr nucl numer opt org phil philos phys physiol "
    "plasma pp pol polit pract prev probab process prod prog psych psychol publ quant quart rech rep repr res rev roy "
    "sch "
    "sci sec ser sloc soc sociol spec st stat sta stud suppl surg surv syst tech technol tech theor theoret univ vet "
    "vol "
    "vols vs al cf etc fig eq ch chap art fac sup zool ecol entomol hydrol meteorol ocean oceanogr pharm pharmacol "
    "toxicol virol immunol oncol cardiol neurol radiol pediatr aquat resour manag manage bus admin mgmt acc accts "
    "angew "
    "ber bd hrsg hg jg jahrg heft nr aufl prof dr mr mrs ms sr s p a c bzw ca z u d b o inc ltd co corp dev des discr "
    "combin algebr geom topol anal funct differ equ eqs stoch networks netw softw secur wirel veh electr electron "
    "electromagn mater nano polym solid thin surf spectrosc crystallogr lasers photon quantum cryst acta anat "
    "anthropol "
    "archaeol behav brit bur cell dermatol educ ethics fed found front gastroenterol geogr gerontol herpetol hort ital "
    "jour kl lond mar monogr mus mycol natur neuropsychol nutr obs ophthalmol ornithol paleontol parasitol pathol "
    "perspect petrol physic planet plant proj protein rheumatol sem seism semin sess soil space struct therm trop urol "
    "watch water wild wkshp workshp";
constexpr std::string_view kThesis =
    "thesis theses dissertation dissertations habilitation diplomarbeit masterarbeit bachelorarbeit doktorarbeit thèse "
    "mémoire tesis tesi tese tesina dissertação disertación mestrado doutorado tcc monografia proefschrift rozprawa диссертация 论文 論文";
constexpr std::string_view kLinks =
    "pdf code slides slide bibtex bib link links paper arxiv video videos poster website project data dataset github "
    "web "
    "doi html abs abstract demo talk code codes supplement supplementary supp appendix blog press media full text "
    "article preprint page download online here url publisher source materials material model models post thread "
    "biorxiv openreview editor's editors version acm ieee xplore hal ps ppt pptx cite citation repository software";

using PhrasesByByte = std::array<std::vector<std::string_view>, 256>;

PhrasesByByte by_first_byte(std::span<const std::string_view> phrases) {
  PhrasesByByte rows;
  for (const std::string_view phrase : phrases) rows[static_cast<unsigned char>(phrase.front())].push_back(phrase);
  return rows;
}

}  // namespace

bool is_venue_word(std::string_view folded) {
  static const WordSet set = make_set(kVenue);
  return set.contains(folded);
}

bool is_publisher_word(std::string_view folded) {
  static const WordSet set = make_set(kPublisher);
  return set.contains(folded);
}

bool is_citation_abbreviation(std::string_view folded) {
  static const WordSet set = make_set(kAbbreviation);
  return set.contains(folded);
}

bool is_thesis_word(std::string_view folded) {
  static const WordSet set = make_set(kThesis);
  return set.contains(folded);
}

bool is_link_label(std::string_view folded) {
  static const WordSet set = make_set(kLinks);
  return set.contains(folded);
}

bool is_month_word(std::string_view folded) { return look_up_date_word(folded).word == DateWord::kMonth; }

bool has_status_words(std::string_view folded_text) {
  static constexpr std::string_view kStatus[] = {"submitted",
                                                 "under review",
                                                 "in review",
                                                 "under submission",
                                                 "in submission",
                                                 "in press",
                                                 "to appear",
                                                 "forthcoming",
                                                 "accepted",
                                                 "in preparation",
                                                 "in prep",
                                                 "in progress",
                                                 "under revision",
                                                 "in revision",
                                                 "manuscript",
                                                 "unpublished",
                                                 "preprint",
                                                 "revise and resubmit",
                                                 "eingereicht",
                                                 "im druck",
                                                 "erscheint",
                                                 "in vorbereitung",
                                                 "soumis",
                                                 "a paraitre",
                                                 "sous presse",
                                                 "en preparation",
                                                 "enviado",
                                                 "en prensa",
                                                 "en revision",
                                                 "no prelo",
                                                 "submetido",
                                                 "aceito",
                                                 "aceptado",
                                                 "sottomesso",
                                                 "in corso di",
                                                 "in stampa",
                                                 "w druku",
                                                 "в печати",
                                                 "принято",
                                                 "投稿中",
                                                 "已录用",
                                                 "待发表",
                                                 "审稿中",
                                                 "working paper",
                                                 "work in progress",
                                                 "draft",
                                                 "akzeptiert",
                                                 "under consideration",
                                                 "conditionally accepted"};
  static const PhrasesByByte phrases = by_first_byte(kStatus);
  for (std::size_t at = 0; at < folded_text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded_text[at]);
    const bool foreign = byte >= 0x80;  // words of other scripts are not always set apart
    if (phrases[byte].empty() || (!foreign && at > 0 && folded_text[at - 1] != ' ')) continue;
    const std::string_view rest = folded_text.substr(at);
    const auto begins_rest = [&](std::string_view phrase) {
      return rest.starts_with(phrase) && (foreign || rest.size() == phrase.size() || rest[phrase.size()] == ' ');
    };
    if (std::any_of(phrases[byte].begin(), phrases[byte].end(), begins_rest)) return true;
  }
  return false;
}

std::string_view status_venue(std::string_view text) {
  text = trim(text);
  static constexpr std::string_view kLeads[] = {"submitted for publication in ",
                                                "accepted for publication in ",
                                                "submitted to ",
                                                "accepted at ",
                                                "accepted by ",
                                                "accepted to ",
                                                "accepted in ",
                                                "in press at ",
                                                "in press in ",
                                                "in press, ",
                                                "in press: ",
                                                "to appear in ",
                                                "to appear at ",
                                                "to appear: ",
                                                "forthcoming in ",
                                                "forthcoming at ",
                                                "under review at ",
                                                "under review in ",
                                                "under review by ",
                                                "under review for ",
                                                "under revision at ",
                                                "under revision for ",
                                                "in review at ",
                                                "in review, ",
                                                "in revision at ",
                                                "revise and resubmit at ",
                                                "revise and resubmit, ",
                                                "eingereicht bei ",
                                                "soumis a ",
                                                "soumis à ",
                                                "enviado a ",
                                                "sottomesso a ",
                                                "conditionally accepted at ",
                                                "submitted, ",
                                                "accepted, ",
                                                "forthcoming, ",
                                                "to appear, "};
  for (const auto lead : kLeads)
    if (starts_with_ignore_case(text, lead)) return trim(text.substr(lead.size()));
  return {};
}

bool is_preprint_word(std::string_view folded) {
  static const WordSet set = make_set("preprint arxiv biorxiv medrxiv chemrxiv psyarxiv ssrn eprint");
  return set.contains(folded);
}

}  // namespace scholargraph
