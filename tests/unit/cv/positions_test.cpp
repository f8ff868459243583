// SPDX-License-Identifier: Apache-2.0
// Positions of invented CVs: what the role is, where it was held, and what is neither.
#include "catch.h"
#include "unit/cv/cv_fixture.h"

using namespace scholargraph;

TEST_CASE("roles hold their subject, a second role and what a head is head of") {
  CHECK(positions(read(R"(# Mina Sample

## Experience

**Visiting professor, risk analysis** 04/2018–present
Torve University, Sampletown

**Director, Ice Imaging Core** 2014–2018
University of Demoville, Vent

**Assistant Professor, and Director of the Snow Lab** 2012–2014
Torve University, Sampletown

**Fellow, funded by the Ice Board** 2010–2012
Torve University, Sampletown
)")) == Rows{"Torve University | Visiting professor, risk analysis | visit | 2018-present | 5-6",
             "University of Demoville | Director, Ice Imaging Core | job | 2014-2018 | 8-9",
             "Torve University | Assistant Professor, and Director of the Snow Lab | job | 2012-2014 | 11-12",
             "Torve University | Fellow | job | 2010-2012 | 14-15"});
  CHECK(positions(read(R"(# Mina Sample

## Positions

### University of Demoville

- Chair, Department of Ice, 2011 - 2015
- Professor of Ice, 2003 - 2011
)")) == Rows{"University of Demoville | Chair, Department of Ice | job | 2011-2015 | 5-7",
             "University of Demoville | Professor of Ice | job | 2003-2011 | 8-8"});
}

TEST_CASE("the first sentence below may be the role, towns and hosts are none") {
  CHECK(positions(read(R"(# Mina Sample

## Positions

**Torve Museum**, Vienna, Austria, January 2013 – August 2013
Scholar-in-Residence. Research topic: The depth of the snow, and what people have made of it over the years

**Demo Laboratory**, Vienna, Austria, May 2010 – July 2012
Advisor: Prof. Bo Other. Nothing else is said about this.

## Research visits

- Oct 2015: University of Demoville, Demoville
- July 2019 University of Sampletown – Maria Lind (5 d.)
)")) == Rows{"Torve Museum | Scholar-in-Residence | job | 2013-2013 | 5-6",
             "Demo Laboratory |  | job | 2010-2012 | 8-9",
             "University of Demoville |  | visit | 2015-2015 | 13-13",
             "University of Sampletown |  | visit | 2019-2019 | 14-14"});
}

TEST_CASE("names that line ends tear or change the letters of are whole") {
  CHECK(positions(read(R"(# Mina Sample

## Positions

- 2016–2018 Lecturer, *Institute of Struc-*
  *tures and Snow*, Demoville
- 2014–2016 Lecturer, *Centro de Hielo CINE-*
  *VE*, Demoville
- 2012–2014 Lecturer, Institute of Ice and post-
  Ice, Demoville
)")) == Rows{"Institute of Structures and Snow | Lecturer | job | 2016-2018 | 5-6",
             "Centro de Hielo CINEVE | Lecturer | job | 2014-2016 | 7-8",
             "Institute of Ice and post- Ice | Lecturer | job | 2012-2014 | 9-10"});
}

TEST_CASE("schools and hospitals in German and Spanish, abbreviations of one small letter") {
  CHECK(positions(read(R"(# Mina Sample

## Arbeitserfahrung

- 2016–2018 Ärztin, Klinik m. S. Eiskunde, Krankenhaus Demoville
- 2014–2015 Freiwilligendienst | Torvener Schule | Hong Kong S.A.R. | China
- 2012–2013 Profesora, Colegio Nieve
)")) == Rows{"Klinik m. S. Eiskunde | Ärztin | job | 2016-2018 | 5-5",
             "Torvener Schule | Freiwilligendienst | job | 2014-2015 | 6-6",
             "Colegio Nieve | Profesora | job | 2012-2013 | 7-7"});
}

TEST_CASE("a date alone heads a list that says what and where; durations and qualifications are no places or roles") {
  CHECK(positions(extract_document({"cv.html", R"(<h1>Mina Sample</h1>
<h2>Expérience professionnelle</h2>
<p>2012-14</p>
<ul><li><b>Stage ingénieur</b> (6 mois)</li><li>Étude de la neige,</li><li>Institut de Neige, Université de Torve</li></ul>
<p>2010</p>
<ul><li>Chercheur, Université de Demoville</li></ul>
<p>2009</p>
<ul><li>Qualification aux fonctions de professeur, section 99, Université de Demoville</li></ul>
)"}).cv) == Rows{"Université de Torve | Stage ingénieur | internship | 2012-2014 | 3-4",
                 "Université de Demoville | Chercheur | job | 2010-2010 | 5-6"});
}

TEST_CASE("positions below the heading of service serve; a degree among positions is none") {
  CHECK(positions(read(R"(# Mina Sample

## Parcours

- 2014–2016 Lecturer, University of Torve
- 2012–2014 : Master Recherche en Glace, Université de Demoville
- 2010–2012 Torve Labs, Boston, MA

## SERVICE

## Leadership Positions

- 2007 Torve Bike Ride - Coordinator

## Publications

Mina Sample. Small ponds of the north. Ice Letters, 2015.
)")) == Rows{"University of Torve | Lecturer | job | 2014-2016 | 5-5", "Torve Labs |  | job | 2010-2012 | 7-7"});
}

TEST_CASE("roles go on in brackets and in italics, dates inside sentences date nothing") {
  CHECK(positions(read(R"(# Mina Sample

## Positions

- 2014–2016 Docente (Ayudante, Grado 1/5), Universidad de Torve
- 2012–2014 Guest professor in the *Ice and Snow* programme, University of Demoville
- 2010–2012 Internal Medicine Residency, Vent Hospital
- 2009–2010 Vent Society Education Committee
- 2008 Co-Chair of SNOW DAYS, Torve City, Utah
)")) == Rows{"Universidad de Torve | Docente (Ayudante, Grado 1/5) | job | 2014-2016 | 5-5",
             "University of Demoville | Guest professor in the Ice and Snow | visit | 2012-2014 | 6-6",
             "Vent Hospital | Internal Medicine Residency | job | 2010-2012 | 7-7"});
  CHECK(positions(read(R"(# Mina Sample

## Positions

**Torve Center**, Vienna, Austria, June 2011 – August 2013
Research Specialist of Ice. From March to November 2012 I was also the one who wrote about the snow of the whole north

**Demo Center**, Vienna, Austria, June 2009 – August 2010
Lecturer
)")) == Rows{"Torve Center | Research Specialist of Ice | job | 2011-2013 | 5-6", "Demo Center | Lecturer | job | 2009-2010 | 8-9"});
}

TEST_CASE("a state behind the town is no degree of the one who held the post") {
  const CvRecord cv = read(R"(# Mina Sample

## Training

07/2016–11/2017 **Postdoctoral Scholar**
Torve University, Sampletown

09/2014–06/2016 **Ice and Snow Scholar**
University of Demoville

02/2014–08/2014 **Postdoctoral Fellow**
Torve School of Public Health, Lakeville, MD
)");
  CHECK(positions(cv).back() == "Torve School of Public Health | Postdoctoral Fellow | job | 2014-2014 | 11-12");
  CHECK(degrees(cv).empty());
}

TEST_CASE("a line indented as the one above it is no heading") {
  LayoutDocument document;
  const auto add = [&document](const std::string& text, float left, bool bold = false) {
    Block block;
    block.text = text;
    block.lines.push_back({0, 0, static_cast<int>(document.blocks.size()) + 1, 0, false, left, 0, 0});
    if (bold) block.styles.push_back({0, static_cast<std::uint32_t>(text.size()), kBold, ""});
    document.blocks.push_back(block);
  };
  add("Research Experience", 0, true);
  add("2015 – 2016\tResearch Associate – University of Torve", 0);
  add("Designing boxes of ice", 189);
  add("Paper manuscript preparation", 189);
  add("2014 – 2015\tResearch Intern – University of Demoville", 0);
  add("Publications", 0, true);
  add("Mina Sample. Small ponds of the north. Ice Letters, 2015.", 0);
  DocumentQuality quality;
  Diagnostics diagnostics;
  const CvRecord cv = understand_cv(document, quality, diagnostics);
  CHECK(positions(cv) == Rows{"University of Torve | Research Associate | job | 2015-2016 | 2-4",
                              "University of Demoville | Research Intern | internship | 2014-2015 | 5-5"});
  CHECK(cv.papers.size() == 1);
}

TEST_CASE("who only learns is not employed, a Master among positions is a degree") {
  const CvRecord cv = read(R"(# Mina Sample

## Parcours

- 2016–2018 Chercheuse, Université de Torve
- 2014–2016 : Master Recherche en Glace, Université de Demoville
- 2011–2014 Élève de l'École de Neige, ENS Torve
- 2010–2011 PhD student, University of Vent
)");
  CHECK(positions(cv) == Rows{"Université de Torve | Chercheuse | job | 2016-2018 | 5-5",
                              "University of Vent | PhD student | job | 2010-2011 | 8-8"});
  CHECK(degrees(cv) == Rows{"Université de Demoville | Masters | 2014-2016 | 6-6"});
}

TEST_CASE("a sentence that names an institution and years tells of no position") {
  CHECK(positions(read(R"(# Mina Sample

## Parcours

Mon parcours non conventionnel montre un engagement profond dans la recherche de terrain. Après avoir terminé ma formation à l'École Normale de Torve (2008–2013), j'ai travaillé.

## Publications

Mina Sample. Small ponds of the north. Ice Letters, 2015.
)")).empty());
}
