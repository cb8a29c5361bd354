/**
 * Names that come from one name, or that one person may go by, but that are given to two people of one family today: a
 * hint, never the same. Fatma and Fadime are sisters; Josef may have been written down where Yusuf was said.
 *
 * To extend: the first name of a line is related to each of the others, those not to one another (Georg to Jörg and Jürgen).
 * What is a form of one of them in name-groups.ts is related likewise; nicknames are not. Raise LOOKUP_VERSION in ../lookup-keys.ts after a change: stored keys are made from these lines.
 */
export const RELATED_NAMES = `
Josef Yusuf Yosef
Ibrahim Abraham Avraham Abram Awraam
Musa Moses Mose Mosche Moshe Moussa Moises Mojżesz Mojsej
Yahya Johannes John Jan Hans Ivan Yohanan
Isaak İshak
Jakob Yakup
Jakob James Jack
Maria Maryam Mirjam Miriam Mia
Süleyman Salomon Solomon Salomo
David Davut
Isa Jesus Jesús Yeshua Joshua
Elias Ilyas Ilja
Michael Mikail Maik
Gabriel Jibril
Benjamin Bünyamin
Adam Adem
Aaron Harun
Zakaria Zacharias Zachary Zacharie Sacharja
Ayyub Eyüp Ayoub Hiob Job Eyub Eyyüp
Yunus Jonas Jonah Jona Jonasz
Nuh Noah Noa Noé Noach Nooh
Hawa Havva Eva Eve
Iskander Alexander
Meryem Marie Mary
Mehmet Muhammed Mohammed Muhammet
Fatma Fadime Fatme
Kerim Kerem Kerrim
Salim Selim
Amin Emin
Said Sayed
Johannes Jan Jannes Johan
Johanna Hanna Hanne Joanna
Alexandra Sandra Sascha
Andreas Andre
Georg Jörg Jürgen Juri
Wilhelm Liam
Heinrich Heinz Harry Henrik
Karl Charles
Katharina Kathrin Kathleen
Elisabeth Elise Elsa Ilse Bettina
Ludwig Louis
Matthias Mats
Markus Mark Marco Marek
Nikolaus Klaus Niklas Nicola Nils
Nicolas Niklas
Gerhard Gero Gerrit
Robert Rupert Ruprecht
Rudolf Rolf Ralf
Dimitri Demetrius
Helena Elena Ellen Elaine Alena
Irene Arina
Laurenz Lars
Leo Leon
Lukas Luca
Magdalena Madlen
Margarete Margit Margot Rita Daisy
Sofia Sonja
Ulrich Udo
Wladimir Waldemar
Anna Annette Anita Annika Antje Anke Anneke Nancy Nanette Anja
Angelika Angela
Brigitte Britta
Cäcilia Sheila Celia
Cornelia Nele
Christina Kristin Christiane Kirsten Christel Kerstin
Kristin Kirsten Kristen
Dietrich Dieter Dirk
Joachim Jochen
Judith Jutta
Konrad Kurt
Rosemarie Romy Rosa
Emily Emilia
Stefan Steffen
Erik Erich
Julian Julius
Juliane Liane
Jule Julie
Agnes Ines
Nadja Nadine
Claire Klara Chiara
Frances Francis
Eoin Owen Ewan
Jean Jeanne
Lea Lia
Lilian Lily
Neil Niall
Albert Albrecht
Alice Alicia
Amelie Amalia Amelia
August Augustin Austin
Ksenia Oksana
Ulyana Juliana
Olaf Ole
Rüdiger Roger
Monika Monique
Moritz Maurice
Elena Alena
Arslan Aslan
Haas Haase
Scholz Scholze
Nowak Noack
Morris Maurice
McLean McLane
Khan Kahn
Maryam Miriam
Shimon Simon
`;
