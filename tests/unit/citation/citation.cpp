// SPDX-License-Identifier: Apache-2.0
// Citations in the styles of CVs. All people and works are invented.
#include "extract/cv/citation.h"

#include <algorithm>

#include "base/text.h"
#include "catch.h"
#include "extract/cv/citation_atoms.h"
#include "extract/layout.h"

using namespace scholargraph;

namespace {

struct Row {
  const char* text;
  const char* authors;
  const char* title;
  const char* venue;
  int year;
};

constexpr Row kRows[] = {
    {"Y. Hill, Z. Lake, S. Tu. Tangle: bridging mutable and immutable ponds for lake data. Ice Letters, 2019.",
     "Y. Hill|Z. Lake|S. Tu", "Tangle: bridging mutable and immutable ponds for lake data", "Ice Letters", 2019},
    {"Y. Hill, Z. Lake, and Z. Xu. *Closing ponds for lakes*. Ice Letters, 2019.", "Y. Hill|Z. Lake|Z. Xu",
     "Closing ponds for lakes", "Ice Letters", 2019},
    {"I. V. Hill, A. Yu. Petrov, B. Stone. Ponds of the north. Ice Letters, 2011.", "I. V. Hill|A. Yu. Petrov|B. Stone",
     "Ponds of the north", "Ice Letters", 2011},
    {"HILL, ANN MARIA ; STONE, BO IVO ; BROOK, FLORA IDA .\nANÁLISE DOS RIOS: UM DESAFIO NO NORTE. Revista do Gelo, "
     "v. 20, 2024.",
     "HILL, ANN MARIA|STONE, BO IVO|BROOK, FLORA IDA", "ANÁLISE DOS RIOS: UM DESAFIO NO NORTE", "Revista do Gelo", 2024},
    {"Ann Hill. Small ponds of the north . Ice Letters, 2024.", "Ann Hill", "Small ponds of the north", "Ice Letters", 2024},
    {"Hill, A., Stone, B. & Brook, C. F. 2008 Prevalence and history of lake parasites (Lunidae). Ice Letters, 23:67-77.",
     "Hill, A.|Stone, B.|Brook, C. F.", "Prevalence and history of lake parasites (Lunidae)", "Ice Letters", 2008},
    {"Smith J, Doe AB, Hill C. u-pond3D: Measuring and mapping dense ponds. J Fish Biol. 2016;12(3):45-60.",
     "Smith J|Doe AB|Hill C", "u-pond3D: Measuring and mapping dense ponds", "J Fish Biol", 2016},
    {"Smith J, Doe AB. Effects of cold water on small fish. J Fish Biol. 2016 Mar 29;12(3):45-60.", "Smith J|Doe AB",
     "Effects of cold water on small fish", "J Fish Biol", 2016},
    {"A. Stone, Y. Hill. Adaptive learning with divisible messages. ICML 2022. [paper]", "A. Stone|Y. Hill",
     "Adaptive learning with divisible messages", "ICML 2022", 2022},
    {"Price, D., Sanz, J., St-Amand, S., 2019. Variation in the concentration of salts in lakes. Aquatic Letters. 498, "
     "587-593.",
     "Price, D.|Sanz, J.|St-Amand, S.", "Variation in the concentration of salts in lakes", "Aquatic Letters", 2019},
    {"Brook, D. J., K. G. Hill, and P. J. Stone. 2011. Occupancy rates of small ponds: a survey. The Finnish "
     "Naturalist, 177: 535-543",
     "Brook, D. J.|K. G. Hill|P. J. Stone", "Occupancy rates of small ponds: a survey", "The Finnish Naturalist", 2011},
    {"I. S. Pears, D. J. Brook, R. Kant and A. Hill 2013. Predicting novel plant interactions. Oikos, 122: 1554–1564.",
     "I. S. Pears|D. J. Brook|R. Kant|A. Hill", "Predicting novel plant interactions", "Oikos", 2013},
    {"[2] PipeNet: Automated pipelining for distributed training. ICML 2021. https://arxiv.org/abs/2199.03161", "",
     "PipeNet: Automated pipelining for distributed training", "ICML 2021", 2021},
    {"Rant, Aarne and Lind, Inari (2022). From law text to logical formulas. Proceedings of the 35th Conference on Law "
     "(LAW 2022).",
     "Rant, Aarne|Lind, Inari", "From law text to logical formulas", "Proceedings of the 35th Conference on Law", 2022},
    {"Lund, C. S. C., Petrov, M. A. & Bonn, I. A. 2025, \"Hybrid schemes with adaptive trees\", MNRAS, 538, 1461–1480",
     "Lund, C. S. C.|Petrov, M. A.|Bonn, I. A.", "Hybrid schemes with adaptive trees", "MNRAS", 2025},
    {"J. Lind, A. R. Stone, Y. W. Hill \"Ordered Sets\", CoRR, 2018.", "J. Lind|A. R. Stone|Y. W. Hill", "Ordered Sets",
     "CoRR", 2018},
    {"Transitive products of graphs (with Wilfried Brook), Electronic Journal of Graphs, 25(2), P2.10, 2018.",
     "Wilfried Brook", "Transitive products of graphs", "Electronic Journal of Graphs", 2018},
    {"\"The Early Liar,\" with Ahmed Hill, Vivarium 47 (2009): 97-127.", "Ahmed Hill", "The Early Liar", "Vivarium 47",
     2009},
    {"Anna Hill and Bo Brook. Testing simulated behaviors. In Carl Stone, editor, Workshop on Control Software, May "
     "1999.",
     "Anna Hill|Bo Brook", "Testing simulated behaviors", "Workshop on Control Software", 1999},
    {"Lind, Inari (2019). Formal methods for testing grammars. PhD thesis. University of Somewhere. Town, Sweden.",
     "Lind, Inari", "Formal methods for testing grammars", "University of Somewhere", 2019},
    {"Anna Hill. Learning to race with few examples. Submitted to International Conference on Racing, 2020.",
     "Anna Hill", "Learning to race with few examples", "International Conference on Racing", 2020},
    {"Smith J, Doe AB, Hill C. Effects of cold water on small fish. J Fish Biol. 2016;12(3):45-60.",
     "Smith J|Doe AB|Hill C", "Effects of cold water on small fish", "J Fish Biol", 2016},
    {"Hill, A. (2015). Rivers of the north: A history. Springer.", "Hill, A.", "Rivers of the north: A history",
     "Springer", 2015},
    {"张伟, 王芳. 基于深度学习的图像分割方法研究. 计算机学报, 2019, 42(3): 1-10.", "张伟|王芳",
     "基于深度学习的图像分割方法研究", "计算机学报", 2019},
    {"Hill A, Brook B. Luna spp. in the north: a systematic review. Syst Rev. 2021;8:12.", "Hill A|Brook B",
     "Luna spp. in the north: a systematic review", "Syst Rev", 2021},
    {"Hill A, Brook B. Life expectancy in Norway, 2013 and 2018. Arch Public Health. 2022;80(1):3.", "Hill A|Brook B",
     "Life expectancy in Norway, 2013 and 2018", "Arch Public Health", 2022},
    {"Stone, M.^, Brook, J.P.^ & Hill, J.“The best pond for this fish”: a survey of ponds. Ecology Letters, 2024.",
     "Stone, M.|Brook, J.P.|Hill, J.", "The best pond for this fish”: a survey of ponds", "Ecology Letters", 2024},
    {"Ann Hill. Review of Rivers by Bo Brook. Ecology Letters, 2005.", "Ann Hill", "Review of Rivers by Bo Brook",
     "Ecology Letters", 2005},
    {"Hill A, Brook B. Burden of disease (COVID-19) in the islands of the north. J Fish Biol. 2022;2:45-60.",
     "Hill A|Brook B", "Burden of disease (COVID-19) in the islands of the north", "J Fish Biol", 2022},
    {"Stone, M., Brook, K.E. Transporting: What is it and how is it done? Ecology Letters. 2025.", "Stone, M.|Brook, K.E.",
     "Transporting: What is it and how is it done?", "Ecology Letters", 2025},
    {"{key:12} ..Stone, M.., Brook, K. & Hill, J.P. Rivers of the north. Ecology Letters, 2020.",
     "Stone, M.|Brook, K.|Hill, J.P.", "Rivers of the north", "Ecology Letters", 2020},
    {"STONE, G. B. ; BROOK, D. B.. Rios do norte. Revista de Ecologia, v. 1, p. 2-9, 2010.", "STONE, G. B.|BROOK, D. B.",
     "Rios do norte", "Revista de Ecologia", 2010},
    {"S.Stone, M.Brook, J.Hill. 2023. Counting of small ponds. Marine Biology 12, 3-9.", "S.Stone|M.Brook|J.Hill",
     "Counting of small ponds", "Marine Biology 12", 2023},
    {"Stone, Rolf. 2021. Mending Old Boats. In History of Boats, edited by Carl Stone, Ann Hill and Bo Brook, 1-20. "
     "Springer.",
     "Stone, Rolf", "Mending Old Boats", "History of Boats", 2021},
    {"“Ponds and how to count them,” co-authored with Dr. Bo Brook of the Lake College and Carl Stone (Hill University), "
     "Pond Publishing Co. (May 1999)",
     "Bo Brook|Carl Stone", "Ponds and how to count them", "Pond Publishing Co", 1999},
    {"“Mud in small lakes,” co-authored with Inari Lind (Lake student) in Proceedings of the Meeting on Mud (March, 2001).",
     "Inari Lind", "Mud in small lakes", "Proceedings of the Meeting on Mud", 2001},
    {"Ann Hill. Counting the fish of small ponds (third edition). Springer, 2004.", "Ann Hill",
     "Counting the fish of small ponds (third edition)", "Springer", 2004},
};

std::string names(const Citation& citation) { return join(citation.authors, "|"); }

}  // namespace

TEST_CASE("citations are read alone", "[citation]") {
  for (const auto& row : kRows) {
    INFO(row.text);
    const Citation citation = parse_citation(row.text);
    CHECK(names(citation) == row.authors);
    CHECK(citation.title == row.title);
    CHECK(citation.venue == row.venue);
    CHECK(citation.year.value_or(0) == row.year);
  }
}

TEST_CASE("years come from print, never from numbers of archives", "[citation]") {
  CHECK_FALSE(parse_citation("SMALL: Scaling with few experts. https://arxiv.org/abs/2012.05191").year);
  CHECK(parse_citation("SMALL: Scaling with few experts. https://arxiv.org/abs/2012.05191").arxiv == "2012.05191");
  CHECK(parse_citation("A. Hill. On ponds. Letters on Ponds 12, 2001-2010, 2015. doi:10.1000/xyz.2013").year == 2015);
  CHECK(parse_citation("A. Hill. On ponds. Letters on Ponds 12, 2015. doi:10.1000/xyz.2013").doi == "10.1000/xyz.2013");
}

TEST_CASE("a note behind a quoted title is neither title nor venue", "[citation]") {
  const Citation citation = parse_citation(
      "Wei Hill*, Han Brook*, “GECKO: A Framework for Decisions in MDP, POMDP, and Beyond”, we measure the hardness of "
      "decisions in "
      "MDP, POMDP and other problems; the framework is small. [Submitted to Journal of Decisions] [Slide].");
  CHECK(citation.title == "GECKO: A Framework for Decisions in MDP, POMDP, and Beyond");
  CHECK(names(citation) == "Wei Hill|Han Brook");
  CHECK(citation.venue.empty());
  CHECK(citation.status == "Submitted to Journal of Decisions");
}

TEST_CASE("quotations belong to the title where a list quotes no titles", "[citation]") {
  std::vector<CitationText> list;
  for (const char* text : {"Hill, A., Brook, B. (2021). Ponds of the north. Ecology Letters, 3, 1-9.",
                           "Hill, A., Stone, C. (2020). Beyond “cold water and mud”: A study of ponds. Ecology Letters, 2, 4-9.",
                           "Brook, B., Hill, A. (2019). Counting small fish. Ecology Letters, 1, 2-9.",
                           "Hill, A. (2018). What fish eat in winter. Journal of Fish Biology, 8, 2-9.",
                           "Hill, A., Lind, I. (2017). Ice on rivers. Journal of Fish Biology, 7, 2-9.",
                           "Lind, I., Hill, A. (2016). Mud and its uses. Journal of Fish Biology, 6, 2-9."})
    list.push_back({text, {}});
  const auto found = parse_citation_list(list, "");
  REQUIRE(found.size() == 6);
  CHECK(found[1].title == "Beyond “cold water and mud”: A study of ponds");
  CHECK(found[1].venue == "Ecology Letters");
}

TEST_CASE("a full stop inside italics does not end the title", "[citation]") {
  CitationText entry{"Rivers of the north. A short history of water, Ecology Letters, 11 (2013): 42-69", {}};
  entry.styles.assign(entry.text.size(), 0);
  std::fill_n(entry.styles.begin(), entry.text.find(", Ecology"), static_cast<std::uint8_t>(kItalic));
  const auto found = parse_citation_list({entry}, "");
  CHECK(found[0].title == "Rivers of the north. A short history of water");
}

TEST_CASE("a list of lone family names is learnt", "[citation]") {
  std::vector<CitationText> list;
  for (const char* text :
       {"Probing linear systems and low-rank models, Hill, Brook, 2021",
        "The role of structure in computations, Hill, Brook, Stone, Lind, Nature Letters, 25, 2022",
        "Shaping dynamics with many populations, Stone, Hill, Brook, Kant, Neural Letters, 33(6), 2021"})
    list.push_back({text, {}});
  const auto found = parse_citation_list(list, "");
  REQUIRE(found.size() == 3);
  CHECK(names(found[0]) == "Hill|Brook");
  CHECK(names(found[1]) == "Hill|Brook|Stone|Lind");
  CHECK(found[2].title == "Shaping dynamics with many populations");
}

TEST_CASE("styles mark the title", "[citation]") {
  CitationText entry;
  entry.text = "Wild Rivers of the North Anna Hill and Bo Brook, River Letters, 2019";
  entry.styles.assign(entry.text.size(), 0);
  for (std::size_t i = 0; i < 24; ++i) entry.styles[i] = kBold;
  const auto found = parse_citation_list({entry}, "Anna Hill");
  CHECK(found[0].title == "Wild Rivers of the North");
  CHECK(names(found[0]) == "Anna Hill|Bo Brook");
}

TEST_CASE("a list that sets venues in italics tells where titles end", "[citation]") {
  std::vector<CitationText> list;
  const auto add = [&](const std::string& title, const std::string& venue, const std::string& rest) {
    CitationText entry{title + ", " + venue + rest, {}};
    entry.styles.assign(entry.text.size(), 0);
    std::fill_n(entry.styles.begin() + static_cast<std::ptrdiff_t>(title.size() + 2), venue.size(),
                static_cast<std::uint8_t>(kItalic));
    list.push_back(entry);
  };
  add("Rivers of the north and how they freeze", "Ecology Letters", ", 3(2014): 1-9");
  add("Counting small fish in winter, with Bo Brook", "Ecology Letters", ", 4(2015): 1-9");
  add("Ponds of the hills. The care of nature in the lake country", "Modern Ponds", ", 19:3(2014): 275-285");
  add("Fish Local, Think of Rivers: A brief history of the lakes", "Ecology Letters", ", 5(2016): 1-9");
  add("What fish eat under the ice", "Modern Ponds", ", 8(2018): 2-9");
  add("Mud and its uses in small ponds", "Modern Ponds", ", 9(2019): 2-9");
  const auto found = parse_citation_list(list, "Ann Hill");
  REQUIRE(found.size() == 6);
  CHECK(names(found[1]) == "Bo Brook");
  CHECK(found[2].title == "Ponds of the hills. The care of nature in the lake country");
  CHECK(found[2].venue == "Modern Ponds");
  CHECK(found[3].title == "Fish Local, Think of Rivers: A brief history of the lakes");
  CHECK(names(found[3]).empty());
}

TEST_CASE("numbers in front are skipped", "[citation]") {
  CHECK(skip_numbering("[12] Title") == 5);
  CHECK(skip_numbering("3. Title") == 3);
  CHECK(skip_numbering("J4) Title") == 4);
  CHECK(skip_numbering("2019. Title") == 0);
  CHECK(skip_numbering("Title 3.") == 0);
}

TEST_CASE("signs, identifiers and years around the title are cut off", "[citation]") {
  const Citation marked = parse_citation("Hill, J., Brook, J.P.^ Why we publish where we do. PLOS One, 2020.");
  CHECK(names(marked) == "Hill, J.|Brook, J.P.");
  CHECK(marked.title == "Why we publish where we do");
  CHECK(parse_citation("S. Hill The branching number of trees arXiv:2199.14238").arxiv == "2199.14238");
  CHECK(parse_citation("Esker, P. D., Hill, A. (2014). Disease models in use. Plant Letters.").authors ==
        std::vector<std::string>{"Esker, P. D.", "Hill, A."});
  CHECK(parse_citation("Fractional cone splines, with A. Hill, J. Math. Anal. Appl., 304, 2005.").authors ==
        std::vector<std::string>{"A. Hill"});
}

TEST_CASE("runaway lines and broken input end", "[citation]") {
  std::string line;
  for (int i = 0; i < 200000; ++i) line += "and A. Hill ";
  CHECK(parse_citation(line).authors.size() < 2000);
  CHECK(parse_citation("").title.empty());
  CHECK(parse_citation("\"").title.empty());
  CHECK(parse_citation("((((([[[[[").title.empty());
  CHECK(parse_citation("....,,,,;;;;").title.empty());
  CHECK(parse_citation_list({}, "A. Hill").empty());
}
