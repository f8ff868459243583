// SPDX-License-Identifier: Apache-2.0
// Whole invented CVs in, rows out: "INSTITUTION | DEGREE or ROLE | START-END | LINES".
#include "catch.h"
#include "unit/cv/cv_fixture.h"

using namespace scholargraph;

TEST_CASE("dates below institutions") {
  const CvRecord cv = read(R"(# Ada Sample

## Education

**University of Sampletown**

2014 - 2019

Ph.D. in Imaginary Computing

## Experience

**Example Labs**

Oct. 2022 - Present

### *Senior Scientist*

- Built things in 2023 that nobody had asked for, and then wrote long reports about each and every one of them.

**Demo Research**

May 2019 - Oct. 2022

### *Scientist*

- Wrote other things, which took from 2020 until 2021 and kept a whole team of people busy for much of that time.
)");
  CHECK(cv.owner == "Ada Sample");
  CHECK(degrees(cv) == Rows{"University of Sampletown | PhD | 2014-2019 | 5-9"});
  CHECK(positions(cv) == Rows{"Example Labs | Senior Scientist | job | 2022-present | 13-19",
                              "Demo Research | Scientist | job | 2019-2022 | 21-27"});
}

TEST_CASE("one line for each entry, order of parts by the document") {
  const CvRecord cv = read(R"(Curriculum Vitae

## Employment

- Assistant Professor, Sample State University, 2005--present.
- Visiting Researcher, Example Institute of Technology, Springfield, 2003--2004.

## Education

- Ph.D., Philosophy, UXYZ, 2005.
    - Committee: Bea Mentor (chair), Cy Other
- B.A., Philosophy, Reedham College, 1996.
)");
  CHECK(cv.owner.empty());
  CHECK(degrees(cv) == Rows{"UXYZ | PhD | -2005 | 10-11", "Reedham College | Bachelors | -1996 | 12-12"});
  CHECK(positions(cv) == Rows{"Sample State University | Assistant Professor | job | 2005-present | 5-5",
                              "Example Institute of Technology | Visiting Researcher | visit | 2003-2004 | 6-6"});
}

TEST_CASE("two degrees of one entry are two records") {
  const CvRecord cv = read(R"(# Bo Example

## Education

Sep 2013 - Jul 2017 **Demo University**, *Demoville*

B.Eng in Bridge Building. Second degree: B.Eng in Tunnel Digging.
)");
  CHECK(degrees(cv) == Rows{"Demo University | Bachelors | 2013-2017 | 5-7", "Demo University | Bachelors | 2013-2017 | 5-7"});
}

TEST_CASE("exchange stays of the education list are employment") {
  const CvRecord cv = read(R"(# Cy Example

## Education

Demo University
Master of Science in Physics, 2019

Sample University
Exchange student at the School of Physics, 2018
)");
  CHECK(degrees(cv) == Rows{"Demo University | Masters | -2019 | 5-6"});
  CHECK(positions(cv) == Rows{"Sample University | Exchange student | exchange | 2018-2018 | 8-9"});
}

TEST_CASE("degrees and positions told in sentences") {
  const CvRecord cv = read(R"(# Dee Example

I am a PhD student at the University of Sampletown. I received an MSc in Physics from Demo University in 2018.
I interned at Exampleworks, and before that I worked at Alpha, Beta and Gamma on data.
)");
  CHECK(degrees(cv) == Rows{"the University of Sampletown | PhD | -present | 3-4", "Demo University | Masters | -2018 | 3-4"});
  REQUIRE(cv.employment.size() == 1);
  CHECK(cv.employment[0].institution == "Exampleworks");
}

TEST_CASE("Japanese entries without blanks") {
  const CvRecord cv = read(R"(# 履歴書

## 学歴

- 見本大学経済学研究科博士後期課程 2022年4月から2025年3月
- 例示大学経済学部 2018年4月から2022年3月

## 職歴

- 見本大学経済学部 非常勤講師 2025年4月から現在
)");
  REQUIRE(cv.education.size() == 2);
  CHECK(cv.education[0].institution == "見本大学");
  CHECK(cv.education[0].degree == DegreeLevel::kPhd);
  CHECK(cv.education[1].institution == "例示大学");
  REQUIRE(cv.employment.size() == 1);
  CHECK(cv.employment[0].role == "非常勤講師");
  CHECK(cv.employment[0].period.present);
}

TEST_CASE("a course page is no CV") {
  const DocumentRecord record = extract_document({"course.md", R"(# Example Course

## Course Description

We read. Instructor: Eve Example, PhD, Sample University.

## Grading Policy

Homework counts.

## Materials

- Stone, Anna, and Leonardo Hill. *Ponds: The Search for Black Ice.* Illustrated edition, Marvel, 2019.

## Attendance

Be there.
)"});
  CHECK_FALSE(record.quality.is_cv);
  CHECK(record.cv.education.empty());
  CHECK(record.cv.employment.empty());
  CHECK(record.cv.papers.empty());
  CHECK(record.quality.note.find("no CV recognised") != std::string::npos);
}

TEST_CASE("dates on lines of their own lead entries whose names are wrapped") {
  const CvRecord cv = read(R"(# Mina Sample

## Professional Experience

2016-2021
Associate Professor, Department of Imaginary Oceans, Northern National
University, Sampletown, Korea
2012-2015
Research Professor, Research Institute for Basic Samples, Southern National
University, Demoville, Korea
2010-2012
Research Scientist, Example Ocean Center, Sampletown, Korea

Awarded fellowships:
2008-2010 Sample Postdoctoral Fellowship, Example Research Center, Demoville, USA
)");
  CHECK(positions(cv) == Rows{"Northern National University | Associate Professor | job | 2016-2021 | 5-7",
                              "Southern National University | Research Professor | job | 2012-2015 | 8-10",
                              "Example Ocean Center | Research Scientist | job | 2010-2012 | 11-12"});
}

TEST_CASE("a long line does not swallow a line that begins with a date") {
  const CvRecord cv = read(R"(# Mina Sample

## Education

2008-2014 Ph.D. in Imaginary Computing, University of Sampletown, Sampletown
2006-2008 M.S. in Imaginary Computing, University of Demoville, Demoville
)");
  CHECK(degrees(cv) == Rows{"University of Sampletown | PhD | 2008-2014 | 5-5", "University of Demoville | Masters | 2006-2008 | 6-6"});
}

TEST_CASE("a heading names the university of the units and roles below it") {
  const CvRecord cv = read(R"(# Mina Sample

## Experience

### University of Sampletown

Director, Center for Imaginary Mathematics, 2011 - Present

Professor of Mathematics, 2003 - 2011
)");
  CHECK(positions(cv) == Rows{"University of Sampletown | Director, Center for Imaginary Mathematics | job | 2011-present | 5-7", "University of Sampletown | Professor of Mathematics | job | 2003-2011 | 9-9"});
}

TEST_CASE("the item below a dated role names the institution") {
  const CvRecord cv = read(R"(# Mina Sample

## Work experience

* 2005 - 2013, Assistant Professor (Tenure Track)
  * Sampletown School of Medicine, Department of Samples

* 2013 - 2016, Research Scientist
  * University of Demoville, Department of Examples
)");
  CHECK(positions(cv) == Rows{"Sampletown School of Medicine | Assistant Professor | job | 2005-2013 | 5-6", "University of Demoville | Research Scientist | job | 2013-2016 | 8-9"});
}

TEST_CASE("list heads name where the dated items below were") {
  const CvRecord cv = read(R"(# Mina Sample

## Experience

University of Sampletown

- Lecturer, 2017–2018.
- Postdoc researcher, 2016.

PROBE

- Privacy consultant, 2014–2015.
)");
  CHECK(positions(cv) == Rows{"University of Sampletown | Lecturer | job | 2017-2018 | 7-7", "University of Sampletown | Postdoc researcher | job | 2016-2016 | 8-8",
                              "PROBE | Privacy consultant | job | 2014-2015 | 12-12"});
}

TEST_CASE("names of institutions hold commas, articles and numbers") {
  const CvRecord cv = read(R"(# Mina Sample

## Education

* DEA de Physique à Paris 7 (1989)
* Doctorat en Physique à l'Université de Sampleville (1992)

## Employment

* Researcher, Center for Law, Justice, and Samples, Demoville, 2015-2017
* Member, Institute for Advanced Samples, Princeton, 2004-2005
)");
  CHECK(degrees(cv) == Rows{"Paris 7 | Masters | -1989 | 5-5", "Université de Sampleville | PhD | -1992 | 6-6"});
  CHECK(positions(cv) == Rows{"Center for Law, Justice, and Samples | Researcher | job | 2015-2017 | 10-10", "Institute for Advanced Samples | Member | job | 2004-2005 | 11-11"});
}

TEST_CASE("one position held twice is two records") {
  const CvRecord cv = read(R"(# 様本 花子

## 雇用歴

- 様本大学経済学部 研究支援員
  - 2024年4月から2024年9月
  - 2025年4月から現在
)");
  REQUIRE(cv.employment.size() == 2);
  CHECK(years(cv.employment[0].period) == "2024-2024");
  CHECK(years(cv.employment[1].period) == "2025-present");
  CHECK(cv.employment[1].institution == "様本大学");
}

TEST_CASE("campuses belong to the name, towns do not") {
  const CvRecord cv = read("# Mina Sample\n\n## Employment\n\n- Lecturer, University of California, Davis, CA, 2010-2014\n"
                           "- Reader, University of Demoville, Davis, CA, 2014-2016\n"
                           "- Professor, Department of Nets, University of Colorado, Boulder, USA, 2016-2018\n");
  CHECK(positions(cv) == Rows{"University of California, Davis | Lecturer | job | 2010-2014 | 5-5",
                              "University of Demoville | Reader | job | 2014-2016 | 6-6",
                              "University of Colorado | Professor | job | 2016-2018 | 7-7"});
}

TEST_CASE("owners in small letters and in descriptions of pages") {
  const std::string papers = "\n\nPublications\n\n- Mina Sample. 2010. Ponds in spring. Journal of Ponds 1.\n"
                             "- Mina Sample. 2011. Ponds in autumn. Journal of Ponds 2.\n"
                             "- Mina Sample. 2012. Ponds in winter. Journal of Ponds 3.\n";
  CHECK(extract_document({"cv.txt", "mina sample" + papers}).cv.owner == "Mina Sample");
  CHECK(extract_document({"cv.txt", "pond notes" + papers}).cv.owner.empty());
  CHECK(read("---\ntitle: About\ndescription: \"Academic profile of Mina Sample - ponds and lakes\"\n---\n# About\n\n## Education\n\n- 2010 Ph.D., University of Demoville\n").owner == "Mina Sample");
  CHECK(read("---\ntitle: About\ndescription: \"A history of Demoville, of Mina Sample and of ponds\"\n---\n# About\n\n## Education\n\n- 2010 Ph.D., University of Demoville\n").owner.empty());
}

TEST_CASE("owners in titles with remarks and in sentences") {
  CHECK(extract_document({"cv.txt", "Vita of Mina Sample-Jan., 2015\n\nEducation\n\n2010 Ph.D., University of Demoville\n"}).cv.owner == "Mina Sample");
  CHECK(read("## Professional Appointments\n\n- 2017-2020 Lecturer, University of Demoville\n\n## Summary\n\nMina Sample is an Associate Professor at the University of Demoville.\n").owner == "Mina Sample");
}

TEST_CASE("teaching and projects are no employment in Chinese either") {
  const CvRecord cv = read(R"(# 样本

## 工作经历

2020-2022 研究员, 样本大学

## 教学经历

2018-2019 助教, 示例大学

## 项目经历

2017-2018 样本系统, 示例大学
)");
  CHECK(positions(cv) == Rows{"样本大学 | 研究员 | job | 2020-2022 | 5-5"});
}

TEST_CASE("a sub-section that says its kind is a list of its own") {
  const CvRecord cv = read(R"(# Mina Sample

## Training

### Education

2007-2011  
University of Sampletown, College of Arts and Sciences  
Bachelor of Science in Snow

2012-2016  
University of Demoville, College of Medicine  
Doctor of Medicine

### Postdoctoral fellowships

2016-2019  
Example University School of Medicine  
Postdoctoral Fellow
)");
  CHECK(degrees(cv) == Rows{"University of Sampletown | Bachelors | 2007-2011 | 7-9", "University of Demoville | Other | 2012-2016 | 11-13"});
}

TEST_CASE("postdoctoral positions listed under training are held, courses are not") {
  const CvRecord cv = read(R"(# Mina Sample

## Training

2016-2017 Postdoctoral Scholar, University of Sampletown

2014-2015 Teacher training, University of Demoville
)");
  CHECK(positions(cv) == Rows{"University of Sampletown | Postdoctoral Scholar | job | 2016-2017 | 5-5"});
}

TEST_CASE("places and roles that look like each other") {
  const CvRecord cv = read(R"(# Mina Sample

## Appointments

- Graduate Assistant/University Fellow: University of Sampletown Ice Department (2013-2019)
- Postdoctoral Fellow, Torve and Vent Laboratories, 2010-2013  
  Department of Snow, Demoville Medical Center
- Instructor, Example Summer School for Ice, 2008, 2009
- Lecturer, FernUNI Beispiel, 2006-2008
- Engineer, Vent Works, Torve, Western Australia, AUS, 2004-2006
)");
  CHECK(positions(cv) == Rows{"University of Sampletown Ice Department | Graduate Assistant/University Fellow | job | 2013-2019 | 5-5",
                              "Demoville Medical Center | Postdoctoral Fellow | job | 2010-2013 | 6-7",
                              "Example Summer School for Ice | Instructor | job | 2008-2009 | 8-8", "FernUNI Beispiel | Lecturer | job | 2006-2008 | 9-9",
                              "Vent Works | Engineer | job | 2004-2006 | 10-10"});
}

TEST_CASE("a date wrapped onto a line of its own closes the entry above") {
  const CvRecord cv = read(R"(# Mina Sample

## Former Positions

Ada and Bo Torve Professor of the History of Ice, University of Sampletown
2021-2025.
Professor, Department of Ice, University of Sampletown, 2012-2021.
Lecturer, Department of Snow, University of Demoville, 2008-2012.
Visiting Fellow, Institute for Thaw, Spring 2008
)");
  CHECK(positions(cv) == Rows{"University of Sampletown | Ada and Bo Torve Professor of the History of Ice | job | 2021-2025 | 5-6",
                              "University of Sampletown | Professor | job | 2012-2021 | 7-7", "University of Demoville | Lecturer | job | 2008-2012 | 8-8",
                              "Institute for Thaw | Visiting Fellow | visit | 2008-2008 | 9-9"});
}

TEST_CASE("a place at the right margin ends its line") {
  const CvRecord cv = extract_document({"cv.txt", R"(Mina Sample

EXPERIENCE

2015 - 2017      Researcher
                 Center for Ice, Snow, and Society - Sampletown           Torve, Norway
                 Measured what had fallen in all the winters of the years before and wrote about
                 it.

2012 - 2015      Engineer
                 Institute for Thaw and the Seasons of the North          Torve, Norway
                 Measured what had fallen in all the winters of the years before and wrote about
                 it.
)"}).cv;
  CHECK(positions(cv).size() == 2);
  CHECK(cv.employment[0].institution == "Center for Ice, Snow, and Society");
}

TEST_CASE("the present position is told in a sentence, below the name or in Chinese") {
  CHECK(positions(read(R"(# Mina Sample

I am a Postdoctoral Fellow in the Institute of Snow at the University of Sampletown. My work is about ice.

## Publications

- M. Sample. "Ice and snow." Polar Letters, 2020.
)")) == Rows{"University of Sampletown | Postdoctoral Fellow | job | -present | 3-3"});
  CHECK(positions(read(R"(# Mina Sample

Assistant Professor

Department of Ice

Demoville University, Demoville

## Education

2010-2014 Ph.D. in Ice, University of Sampletown
)")) == Rows{"Demoville University | Assistant Professor | job | -present | 3-7"});
  CHECK(positions(read(R"(---
title: "周芷兰"
---

雪原大学特聘教授，冰川人工智能实验室双聘科学家，优秀学术带头人。兼任冰雪学会理事，北方大学顾问教授。

## 教育背景

2010-2014 博士, 雪原大学
)")) == Rows{"雪原大学 | 特聘教授 | job | -present | 5-5", "冰川人工智能实验室 | 双聘科学家 | job | -present | 5-5"});
}

TEST_CASE("dated rows without any known heading are read as above the first section") {
  const CvRecord cv = read(R"(# Mina Sample

## Torve

2017-2019 Lecturer, University of Sampletown

2015-2017 Tutor, University of Demoville
)");
  CHECK(positions(cv) == Rows{"University of Sampletown | Lecturer | job | 2017-2019 | 5-5", "University of Demoville | Tutor | job | 2015-2017 | 7-7"});
}

TEST_CASE("engineers among degrees, national names of degrees and fields before the university") {
  CHECK(degrees(read(R"(# Mina Sample

## Formation

- 2006-2011 Ingénieur Génie des Glaces, Institut National des Neiges de Torve
- 2004-2006 Classes prépas (MPSI), Lycée de la Neige, Torve
)")) == Rows{"Institut National des Neiges de Torve | Masters | 2006-2011 | 5-5", "Lycée de la Neige | Other | 2004-2006 | 6-6"});
  CHECK(degrees(read(R"(# Mina Sample

## Education

- M.S. – Diplôme d'Études Approfondies (DEA) in Ice, National Institute of Torve, France, 1994
- 2007 A.B in Physics Demoville University, with honors in snow
)")) == Rows{"National Institute of Torve | Masters | -1994 | 5-5", "Demoville University | Bachelors | -2007 | 6-6"});
}

TEST_CASE("two degrees of one level below one institution are two records") {
  const CvRecord cv = read(R"(# 周芷兰

## 教育背景

### 雪原大学

- 工程师文凭, 冰川工程, 2015 年 9 月 – 2018 年 9 月
- 理学硕士, 冰雪科学, 2017 年 9 月 – 2018 年 9 月
)");
  CHECK(degrees(cv) == Rows{"雪原大学 | Masters | 2015-2018 | 5-7", "雪原大学 | Masters | 2017-2018 | 8-8"});
}

TEST_CASE("institutes of Japanese universities, abbreviated roles and small words are no employers") {
  CHECK(positions(read(R"(# 石井 雪

## 職歴

- 2020年4月 - 2023年3月 研究員, 雪原大学氷河理解析研究所
- 2018年4月 - 2020年3月 技術エンジニア, 株式会社ナダレ
)")) == Rows{"雪原大学氷河理解析研究所 | 研究員 | job | 2020-2023 | 5-5", "株式会社ナダレ | 技術エンジニア | job | 2018-2020 | 6-6"});
  CHECK(positions(read(R"(# Mina Sample

## Experience

- 2015-2017 Research Engineer, expert in technologies of ice, Torve Computing Center
- 2012-2015 Fellow of the Board of Northern Snow (FBNS), Vent Hospital
)")) == Rows{"Torve Computing Center | Research Engineer | job | 2015-2017 | 5-5", "Vent Hospital | Fellow of the Board of Northern Snow | job | 2012-2015 | 6-6"});
}

TEST_CASE("rows of definitions give all their lines, their items head no sections") {
  const CvRecord cv = extract_document({"cv.html", R"(<h1>Mina Sample</h1>
<h2>Experience</h2>
<dl>
<dt>2017-…</dt>
<dd>Lecturer in Ice,
University of Sampletown
<ul><li><b>Supervision:</b><ul><li>2018: a thesis on snow</li></ul></li></ul></dd>
<dt>2015-17</dt>
<dd>Engineer, Demoville Computing Center</dd>
</dl>
<h2>Education</h2>
<p>2011-2014 PhD in Ice, University of Demoville</p>
<h2>Skills</h2>
<p>Ice</p>
)"}).cv;
  CHECK(positions(cv).size() == 2);
  CHECK(positions(cv)[0].starts_with("University of Sampletown | Lecturer in Ice | job | 2017-present | 4-"));
  CHECK(positions(cv)[1] == "Demoville Computing Center | Engineer | job | 2015-2017 | 8-9");
}

TEST_CASE("a heading inside a list belongs to no entry above it") {
  CHECK(degrees(read(R"(# Mina Sample

## Ausbildung

- 04/2013 – 11/2020 Studium der Eiskunde, Universität Demoville, Staatsexamen
- 09/2002 – 06/2011 Abitur, Torve-Gymnasium

### Promotion

- seit 09/2017 Studium, Universität Torve, Dr. rer. nat.
)")) == Rows{"Universität Demoville | Masters | 2013-2020 | 5-5", "Torve-Gymnasium | Other | 2002-2011 | 6-6",
             "Universität Torve | PhD | 2017-present | 8-10"});
}

TEST_CASE("a long item that begins with its date is an entry, and Oxford University one name") {
  CHECK(degrees(read(R"(# Mina Sample

## Education

- 2012 Ph.D Ice Biology, University of Demoville. Mentor: Alan Vent
- 2007 A.B in Physics Oxford University, with honors and certificates in biophysics and in applied and computational ice.
)")) == Rows{"University of Demoville | PhD | -2012 | 5-5", "Oxford University | Bachelors | -2007 | 6-6"});
}
