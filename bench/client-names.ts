/** Names as often as in Germany, about: the first of a list is the most frequent. */
const FIRST =
  `Thomas Michael Andreas Peter Stefan Christian Hans Martin Klaus Wolfgang Maria Anna Ursula Monika Petra
Elisabeth Sabine Renate Helga Karin Daniel Markus Frank Alexander Jürgen Matthias Julia Katharina Stefanie Sandra Nicole
Claudia Andrea Susanne Birgit Gabriele Heike Martina Angelika Barbara Jan Florian Tobias Sebastian Philipp Lukas Felix
Jonas Maximilian Paul Leon Emma Mia Hannah Sophie Lena Lea Laura Sarah Lisa Johannes Jörg Uwe Bernd Ralf Dieter Günther
Mehmet Ali Mustafa Ayşe Fatma Emine Zeynep Krzysztof Agnieszka Małgorzata Piotr Olga Natalia Dmitri Sergej Irina Yusuf
Ahmed Mohammed Layla John Mary James Emily Charlotte Marie Luise Ingrid Christa Heinz Werner Kurt Erika Ute Silke Anja
Katja Nadine Melanie Carina Bianca Jens Sven Kai Lars Nils Björn Torsten Carsten Holger Volker`.split(/\s+/);

const LAST =
  `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann
Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn
Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig
Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf
Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Yılmaz Kaya
Demir Çelik Şahin Öztürk Kowalski Nowak Wiśniewski Ivanov Petrov Smith Nguyen`.split(/\s+/);

const BEGINNINGS =
  `Ober Unter Alt Neu Berg Wald Stein Brunn Hohen Linden Eich Birk Rosen Gold Silber Eisen Kirch Feld Mühl
Wies Acker Hag Holz Sand Bruch Gras Korn Weiz Hafer Kalt Warm Lang Kurz Groß Klein Fein Grün Schwarz Weiß Roth Blau Hell`.split(
    /\s+/,
  );
const MIDDLES = ` en er el ling burg hau hof born bach stein`.split(" ");
const ENDS =
  `mann meier müller bauer huber berger bacher hofer reuter schmidt ecker inger thaler städter hauser wirt brand
lein ke ig ert old rich hard fried`.split(/\s+/);

const RARE = BEGINNINGS.flatMap((begin) =>
  MIDDLES.flatMap((middle) => ENDS.map((end) => begin + middle + end)),
);

/** Shifted, so that the first has about one in a hundred, as Müller has. */
const SHIFT = 12;

const pickFrom = (names: readonly string[]) => {
  const most = Math.log((names.length + SHIFT) / SHIFT);
  return (chance: () => number) => names[Math.floor(SHIFT * Math.exp(chance() * most)) - SHIFT]!;
};

const firstnameOf = pickFrom(FIRST);
const lastnameOf = pickFrom([...LAST, ...RARE]);

export function nameOf(chance: () => number): { firstname: string; lastname: string } {
  return { firstname: firstnameOf(chance), lastname: lastnameOf(chance) };
}
