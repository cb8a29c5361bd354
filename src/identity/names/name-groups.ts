/**
 * Names that are one name: spellings that sound the same, nicknames, forms of other languages.
 *
 * To extend: one line is one group. Names before a bar are each the same as every other of the line; names after it, the
 * nicknames, are the same as those before it but not as one another: Lisa and Betty are both Elisabeth. Names stand in
 * their own spelling; ü and ue, ł and l are found either way, and so is an unknown spelling that sounds exactly like a
 * member. A name may be in several groups, and groups are not joined by that. Put only names into one line that one
 * person goes by. Raise LOOKUP_VERSION in ../lookup-keys.ts after a change: stored keys are made from these lines.
 */
export const SAME_NAMES = `
Ludwig Ludwik | Lutz Luggi Wiggerl Ludi Lui
Matthäus Matthew Mateusz Matteo Mathieu Matvey Matwej Matvei Матвей Mateo | Matt Mati Matek Matty
Charlotte Carlotta | Lotte Lotti Charly Lottie Charlie Lottchen
Ronald Ronaldo Ronalt | Ron Ronny Ronnie
Abigail Abigayle | Abby Gail Abbie Nabby
Raymond Raimund Raimond Ramon | Ray
Stanley Stenley | Stan
Gerald Gerold Gerhold | Gerry Jerry
Donald Donalt | Don Donny Donnie
Joshua Josua Jehoshua | Josh
Nathaniel Nathanael | Nate Nathan Nat
Kimberly Kimberley | Kim
Cassandra Kassandra | Cassie Sandra
Jonathan Jonatan Johnathan Jonathon | Jon Jonny Johnny
Christopher Christoph Kristofer | Chris Kris Topher Kit Stoffel Kitt
Christian Kristian | Chris Kris
Christina Christine | Chris Chrissy
Penelope Penelopi | Penny Nell Pen
Lieselotte Liselotte Lieselott | Liesel Lotte Lilo
Annemarie Annamarie Annemari | Anne
Wolfgang Wolfgank | Wolfi Wolle Wolf Wölfi
Frieda Frida | Friedel Friedl
Roswitha Roswita
Dietrich
Waltraud Waltraut Waldtraud Waltraude | Traudel Traudl Traudi Wally
Edeltraud Edeltraut Edeltraude
Reinhold Rainhold Reinholt
Winfried Winfrid Wienfried
Meinhard Meinhardt Mainhard
Ottmar Otmar Ottomar
Gottlieb Gotlieb Gottliep
Leopold Leopolt | Leo Poldi
Valentin Walentin | Tino Walja Valya Valik
Augustin Augustinus | Gustl
Kaspar Caspar Kasper Casper Jasper Gaspard Kacper Kaspar
Melchior Melhior
Barnabas Barnaby
Bartholomäus Bartholomew Bartłomiej Bartlomiej Bartosz Bartolomeo | Bart Bartek Bartuś Bartl
Sebastian | Wastl Seba Sebek Sebi Basti Bastl Bastian
Balthasar Baltasar
Adelheid Adelaide Adelhait | Heidi Heide
Heidemarie Heidemari | Heidi Heide
Kunigunde Kinga | Gundi Kuni Gunda
Walburga Walpurga | Burgi Wally Burga Burgl
Eleonore Eleonora Eleanor Elinor Leonore | Nora Ellie Lore Nell Nellie Nelly Norah
Hannelore Hanelore Hannelohre | Hanne Lore Lorchen Hanni
Lieselore | Lore
Genoveva Genowefa Genevieve | Vevi
Apollonia | Loni
Evangelia | Eva Lia
Emanuel Immanuel | Manu Mano
Manuela | Manu Ela
Daniela | Dani Ela
Michaela | Michi Ela
Raffaela Raphaela Rafaela | Ela
Marcella Marzella
Gianluca Jean-Luca Janluca
Jean-Pierre Jeanpierre
Reza Rıza Ridha
Johannes Johann | Hans Hannes Hansi John Juan Ioannis Johnny Jonny Janek Иоганн Hansl Hennes Henner Jo
Johannes Johann Yohannes Johanness
John Jon Dschon | Jack Jackie Johnny Johnnie Jock
Jan Yan Jahn Ян Jann | Janek Jasiek Jaś Jasio
Johanna | Joana Jo Hannchen Hanni Hanne Hansi
Joanna Joana Joannah | Asia Aśka Joasia Aschka Joaśka
Alexander Aleksandr Alexandr Aleksander Alexandre Alessandro Alejandro Oleksandr Александр Alexandros Aliaksandr | Alex Sascha Sasha Sandro Xander Саша Alec Aleks Olek Schura Shura Sanja Sanya Saschka Alexi Sandy Lex Al
Sascha Sasha Саша Sacha Sascia
Alexandra Aleksandra Alessandra Alejandra Oleksandra Александра Alexandrina | Sascha Sasha Ola Alex Sandy Саша Olka Oleńka Olcia Lexi Lexie Alexa Schura
Alex Aleks Alecks
Andreas Andrew Andrei Andrej Andrey Andrzej Андрей Andrii Andriy Andrés Andres Anders Андрій | Andi Andy Drew Andrija Jędrek Andrzejek Jendrek Andrjuscha Andryusha Dre Endre Anderl Res
Andre André Andree Andrée Andreh
Peter Piotr Pjotr Pyotr Пётр Петр Petro Petros Petar Pieter Pierre Pedro Pietro Boutros Butrus | Pete Piet Peer Petr Piotrek Piotruś Petja Petya Petjka Peterchen
Georg George Jerzy Georgios Giorgio Georgi Georgij Gheorghe Georgy Georges Георгий Jorge | Jurek Schorsch Jerzyk Gosha Goscha Schora Zhora Girgl Schorschi Görgl
Jürgen Jurgen Juergen Yurgen Yuergen Jörgen Jürgens | Jürgi Jogi Jürg
Gregor Gregory Grzegorz Grigori Grigorij Grigory Grigoriy Григорий Gregorio Krikor Hryhorij Gregoire Gschegosch Gzegoz | Greg Grzesiek Gregg Grześ Grzesio Gscheschek Gscheschiek Grischa Grisha
Friedrich Frederick Frederic Frederik Fryderyk Friederich Fredrik Federico Fridrich | Fritz Fred Freddy Freddie Fritzi Fritzl Friedel Fiete Frieder
Fred Fredd Frett
Wilhelm William Guillaume Guillermo Wilhelmus Vilhelm | Willi Willy Will Bill Billy Wim Billie Willie Helmi
Willi Willy Willie Wili
Heinrich Henry Henrik Henryk Hendrik Henri Enrico Enrique Hinrich Genrich Генрих | Heiner Hank Heino Hal Heini Hinnerk Heinzi Henner
Heinz Heintz Hainz Heins
Henrik Henryk Hendrik Henrick
Henry Henri Henrie
Karl Carl Karol Carlos Carlo Karel Карл Karlo | Kalle Karli Karlchen Kalli
Karoline Caroline Carolin Karolin Karolina Carolina Carolyn Karolyne Каролина Carola | Caro Karo Carol Carrie Lina Caz Line
Katharina Katarina Catharina Catherine Katherine Katarzyna Jekaterina Yekaterina Ekaterina Katerina Caterina Catalina Екатерина Kathryn Cathryn Kateryna | Katja Katya Katia Kathi Käthe Kati Kate Katie Kathy Cathy Kasia Катя Kitty Katinka Ekatarina Kaśka Kascha Kasha Kaschka Kat Kay Kit Katjuscha Katyusha Cat Trine Trinchen Kathl Trina
Katja Katya Katia Катя Katija Catia
Kate Käit Keyt Cate
Katie Katy Keity Kathy Cathy Kathie
Kati Kathi Cati Kathy
Elisabeth Elizabeth Elżbieta Elsbeth Jelisaweta Yelizaveta Elizaveta Елизавета Elisabetta Elisabet Elisaweta | Lisbeth Lisa Liesel Betty Beth Liz Lizzy Eliza Ela Liza Else Lisbet Betsy Sissi Lisel Lieschen Elunia Elli Ellie Lilibet Lizzie Bess Bessie Tetty Libby Elsie Lisl Liesl Sisi Elly Lies Lisi Betti
Lisbeth Lisbet Liesbeth
Ilse Ilze
Ludwig Ludwik Luigi Lajos Ludvig | Wiggerl
Louis Luis Lewis Lui Louie
Franz Francis Franciszek Francesco Francisco Frantz Ferenc François Francois Frantisek | Franek Franzl Franzi
Franziska Frances Franciszka Francesca Francisca | Franzi Fanny Ziska Fran Frankie Francie Zissi Fanni Franzerl
Josef Joseph Józef Jozef Giuseppe Jose José Iosif Иосиф Jozsef Josip Jossif Осип Osip | Joe Sepp Jupp Jo Joey Seppi Josel Józek Jusek Juzek Jozek Pepi Jody Jos Beppo Sepperl Seppl Beppi
Jakob Jacob Jakub Yakov Jakow Jakov Яков Jacques Jaakob Jakop | Kuba Jago Köbi Kubuś Jack Jake Jascha Yasha Jockel
Jacek Jatzek Jazek Yatsek Jatsek
Antonius Anton Antoni Antonio Anthony Antoine Anthonius Антон Anthon Antonin Antony | Toni Tony Tonio Ante Antek Nino Anto Ant
Antonia Antonina Antonie Antoinette | Toni Tonia
Thomas Tomas Tomasz Tommaso Tomás Thomaz Tomaz Фома Tomasch | Tom Tommy Tomek Tomaszek Tommek Thom Thommy Tommi Tömmes
Theodor Theodore Teodor Fjodor Fyodor Fedor Федор Fëdor Feodor Fjedor Fedir Fiodor | Theo Ted Teo Fedya Fedja Teddy
Matthias Mathias Mattias Matias Maciej | Matz Matze Maciek Matthis Mathis Matis Matys Matti Matt Matty Hias Hiasl
Matthis Mathis Matis Mattis Mathys
Maximilian Maksymilian Maximillian Maximilien Massimiliano | Max Maks Maxi Maxl Mäxchen
Max Maks Maxx Macks
Maxim Maksim Maksym Максим Maxime Macsim | Max Maks Maxik
Martin Marcin Martyn Martijn Martinus Márton Мартин Maarten | Marten Merten
Markus Marcus Marcos Markos
Mark Marc Марк Marek | Mareczek
Marco Marko
Nikolaus Nicolas Nicholas Nikolas Nicolaus Nikolai Nikolaj Nikolay Mikołaj Mikolaj Miklos Николай Nikolaos Nicolai Mykola Nickolas | Nick Nico Niko Kolja Kolya Nicky Klausi Mikołajek Miki Nikolascha Nickel
Nicolas Nikolas Niklas Niclas Nicholas
Nico Niko Nicko Nikko
Gerhard Gerard Gerardo Gerhart Gerhardt Gerardus | Gerd Gert Hardy Gerry Jerry Gerdi
Gerd Gert Gerdt Geert
Bernhard Bernard Bernardo Bernhardt Bernat | Bernd Bernt Berndt Benno Bernie Barney Hardy Berni
Bernd Bernt Berndt
Eduard Edward Edvard Eduardo Édouard Edouard Эдуард | Eddy Eddie Ed Ted Edek Edi Ned Teddy Ward Ede Edu Eddi
Eddy Eddie Eddi Edi
Richard Ryszard Ricardo Riccardo Richart Rikard | Rick Ricky Dick Rich Rysiek Richie Rico Dickie
Robert Roberto Роберт | Rob Bob Bobby Robby Robbie Bert Robi
Rudolf Rodolfo Rudolph Rudolphe | Rudi Rudy Rudl Dolf Ruedi
Daniel Daniil Danil Daniele Даниил Danijel Daniyal Danyal Danyel Danijil Danylo Danilo | Danny Dan Dani Danno
Dimitri Dmitri Dmitry Dmitrij Dmitriy Dimitrij Dimitrios Dimitry Dymitr Дмитрий Dmytro Dimitar Dimitris | Dima Mitja Mitya Dimka
Eugen Eugene Eugeniusz Jewgeni Jewgenij Yevgeny Evgeny Evgeni Evgenij Evgeniy Yevgeni Yevgeniy Евгений Evgenii Eugenio Yevhen Jewhen Eugène Ewgenij Ewgeni | Gene Zhenya Schenja Schenka Zhenja Ženja Genja
Filip Philip Philipp Phillip Philippe Felipe Filippo Филипп Filipp Phillipp | Phil Fil Filja Pip Flip
Gabriela Gabriele Gabriella Gabrielle Габриэла | Gabi Gaby Gabby Jella
Gabi Gaby Gabby Gabbi
Helena Helene Helen Hélène | Lena Leni Лена Elenka Helenka Lenka Hela Nell Nellie Nelly
Elena Jelena Yelena Елена Olena Ellena Ielena | Lena Lenotschka Lenka
Lena Leena Lenah Лена
Irene Irina Irena Iryna Ирина Irène Eirene | Ira Irinka Irka Irenka Irischa
Jannik Yannick Yannik Janik Yannic Jannick Janick Yanik
Jannis Yannis Janis Giannis Iannis Yanis
Julia Yulia Julija Yuliya Iulia Giulia Юлия Juliya Iuliia Yuliia Julja | Julie Julka Jula Julchen Jule Juls
Julia Yulia Julija Yuliya Iulia Giulia Юлия Julja
Laurenz Lorenz Laurence Lawrence Lorenzo Laurent Wawrzyniec Laurentius Лаврентий Lorentz Laurens | Larry Laurie Loz Lawrie Renz
Leonard Leonhard Leonardo Leonhardt Lennart Leonardt | Leo Lenny Len
Lukas Lucas Luke Łukasz Lukács Lukash Lucasz | Łukaszek
Luca Luka Lucca
Luzia Lucia Łucja Lucija Lucie | Lucy Lucille
Lucy Lucie Luci Lusi
Magdalena Magdalene Magdalina Магдалина Magdalen Maddalena Madeleine Madalena | Magda Lena Leni Madzia Magdusia Maddie Maddy Madge
Margarete Margareta Margarethe Margaretha Margarita Margaret Małgorzata Malgorzata Marguerite Маргарита Margherita Margret Margrit | Grete Greta Gretel Gosia Maggie Peggy Meg Malgosia Marketa Margriet Małgosia Gośka Gocha Goscha Goscia Margo Peg Maisie Madge Marge Margie Mags Gretl Gretchen Gitte Marga Gredel Gretli
Greta Grete Gretha Grethe
Margit Margitt Margith
Margret Margrit Margreth Margritt
Maria Mariya Marija Marja Мария Mariia Marya Maryja | Marie Mary Mascha Masha Marysia Mitzi Maryśka Mania Marischa Marisha Marika Maruschka Manja Maschenka Mariechen Mizzi Mariele Mirl Ria Mieke
Marie Mary Mari Marri | Molly Polly May Mamie Mae Minnie
Miriam Mirjam Myriam Miryam Mirijam
Maryam Mariam Meryem Meriem Mariyam Meriam Мариям Merjem Mariem | Mimi Maryouma
Marlene Marleen Marlen Marlena Marlehne
Natalie Nathalie Natalia Natalja Natalya Nataliya Natalija Наталья Natali Nataly Natallia Nataliia | Natascha Natasha Наташа Natalka Nata Tala Natka
Natascha Natasha Наташа Natasza Nataša
Nadja Nadia Nadya Nadeschda Nadezhda Nadjeschda Надежда Надя Nadiya Nadiia
Sebastian Sebastien Sébastien Sebastiano Sebastyan Себастьян | Bastian Basti Seb
Bastian Bastien Bastijan
Sofia Sophia Sofie Sophie Zofia Sofiya Sofja Sofya София Sofija Sofi Sophy | Zosia Zośka Soscha Sosia Zosha
Susanne Susanna Susan Zuzanna Susann Suzanne Susana Сусанна Suzanna Zuzana Suzan | Susi Suse Sue Sanna Zuza Sanne Suzie Susie Suzy Sukie Sanni Sannchen
Susi Susie Suzie Suzy Susy
Tatjana Tatiana Tatyana Татьяна Tatiyana Tetiana Tetyana | Tanja Tanya Tania Tanjuscha
Theresa Teresa Therese Theresia Terezia Teresia Thérèse Тереза Tereza | Resi Terry Resa Tess Renia Tereska Terenia Tessa Terri Reserl Resl
Tobias Tobiasz Tobiáš Tobijas | Tobi Toby
Ulrich Oldrich Ullrich Ulric | Ulli Uli
Ulrike Ulrika Ullrike Ullrika | Ulli Uli Rike
Ursula Urszula Orsolya Ursule Урсула | Uschi Ula Ursel Ulla Ulka Urschel Urschi
Viktoria Victoria Wiktoria Viktorija Viktoriya Wiktorija Виктория Wiktoriya Viktoriia | Vicky Vika Vicki Viki Wika Tori Tory Vikki Vic
Wladimir Vladimir Włodzimierz Wlodzimierz Volodymyr Владимир Vladimír Wolodymyr Uladzimir | Wowa Vova Vlad Wolodja Włodek Wlodek Volodya Volodja Wowka Vovka
Wolfgang Volfgang Wolfgank | Wolf Wolli Wolfi
Anna Anne Анна Ana Änne | Ann Anja Anya Ania Anni Annie Anka Аня Anny Nan Andzia Hania Anuszka Anusia Anuschka Anjuta Njura Nyura Annerl Nannerl Ännchen Annele Annchen
Ann Anne An Änn
Anni Annie Anny Any
Angelika Angelica Angélique Angelique Anzhelika Anschelika Анжелика Angelica | Angie Geli Gela Geliko
Birgit Birgitt Birgitta Brigit | Gitte Biggi
Brigitte Brigitta Bridget Brygida Brigida Brigitt | Gitta Gitte Gitti Biggi Brigi
Cäcilia Cecilia Cecilie Cécile Zäzilia Cäcilie Cecylia Cecile | Celia Cilli
Cornelia Kornelia Korneliya | Conny Nelly Corny Connie
Christina Kristina Christine Cristina Krystyna Кристина Kristine Khristina | Tina Chris Krysia Kryśka Krischa Krycha Chrissy Chrissie
Christin Kristin Kristinn Christinn
Dieter Diether Dieder Deter | Didi
Dietrich Ditrich Diedrich Dittrich Diederich | Dietz
Dirk Dierk Dirck Dierck
Ernst Ernest Ernesto | Erni Ernie
Gertrud Gertrude Gertraud Gertraude Gertrut | Trude Traudel Trudi Traudl Trudl Gertie Gerti Gerta Trudel Trudchen
Hildegard Hildegart Hiltegard | Hilde Hilda Hilla Hildchen
Hilde Hilda Hilte
Ingeborg Ingeburg Ingeborch | Inge Inga Bobo Ingelein
Inge Inga Inke
Ingrid Ingrit Ingridt |
Joachim Joakim Joaquim Joaquin Иоаким Jochim Jokim Yoachim | Achim Jo Jogi Jochi
Judith Judyta Judit Yudit Юдифь | Judy
Jutta Yutta Jutte Juta
Kerstin Kjerstin Kerstien Cerstin Kerstyn
Kirsten Kirstin Kirstine Kirsty Kirstie Kiersten
Karin Carin Karinn Caryn Karyn Kaarin
Karen Caren Karenn
Karina Carina Карина Carinna Karinna
Konrad Conrad Corrado Konrat | Kuno Konni
Konstantin Constantin Konstantyn Constantine Константин Konstantinos Costantino Kostiantyn | Kostja Kostya Kosta Costa Kostas Kostik
Rosemarie Rosmarie Rosemary Rosamarie | Rosi
Timotheus Timothy Тимофей Timofei Timofej Timofey Timothée | Tim Timo Timmy Tima
Tim Timm Tym
Timo Thimo Timmo
Siegfried Sigfried Sigfrid Zygfryd Siegfrid | Siggi Sigi Friedel
Stanisław Stanislaw Stanislav Stanislaus Станислав | Stani Staszek Stas Stachu Staś Stasiek Staschek Stasik Slava
Arnold Arnolt Arnoldt | Arno
Arndt Arnd Arnt Arndtt
Benedikt Benedict Benedykt Benoit Benedek Benito | Ben Benno
Benjamin Benjamen Beniamin Benjaminn Wenjamin Veniamin | Ben Benni Benny Benji Benno
Eva Ewa Eve Ева Eeva Yeva Jewa | Evi Evita Ewka Ewunia Ewcia Evchen
Elias Elija Elijah Eliasz Elia
Emily Emilie Émilie Emelie Emely Emili | Emmi Milli
Emily Emilie Emely Emelie Emili Émilie
Samuel Samuil Samuele Самуил Schmuel Szmuel | Sam Sammy Sammi
Samantha Samanta Samanthe | Sam Sammy Sammi
Michaela Mihaela Mikaela Michaele Mikela
Barbara Barbra Varvara Warwara Варвара Barbora Borbala | Basia Babsi Bärbel Barb Babette Baśka Bascha Basha Babs Barbie Bab Wetti Barbl Babett
Dorota Dorothea Dorothee Dorothy Dorotea Dorothée | Dora Thea Dot Dolly Dottie Dodie Dory Dorle Dorli Dörte Dorchen Dorte
Dorothea Dorothee Dorothée Dorothe
Jennifer Jennyfer Jenifer Dschennifer | Jenny Jen Jenni Jennie Jenna
Jenny Jenni Jennie Dschenni Jeni
Michael Michel Michal Michał Mikhail Michail Mihail Mihai Mikael Михаил Mihael Majkel Maikel Mychajlo | Mike Mick Micha Misha Mischa Миша Mickey Michi Michałek Misiek Micky Mikey Mischka Mishka Michl Mich
Maik Mike Meik Mayk
Adalbert Wojciech Adelbert | Wojtek Wojtuś Voytek Woitek Wojtas
Wojciech Wojtek Woitek Voytek Woitech Voytech Wojtech Vojtech Vojtek Woitsech Wojciek Voitech Voychek Woitschech
Andrea Andreah
Schulze Schultze Schulce
Schröter Schroeter Schroter Schrödter
Wulf Wulff Wulph
Vanessa Wanessa Vannessa
Ivana Iwana
Hans Hansi Hänschen
Ivan Iwan Vanya Wanja Vanja Vania Иван | Wanka Wanjuscha
Jonathan Jonatan Johnathan Jonathon Jon
Jana Jahna Яна
Hannah Hanna
Christoph Christopher Krzysztof Chris Christof Kristof Kristoffer Christoffer Christophe Cristoforo Krzysiek Kris Khristofor | Krzyś Krzysio Kschischek Krzych Kschisiek
Christian Kristian Cristian Krystian Christiaan
Carsten Karsten Kersten
Christa Krista
Stefan Stephan Stephen Steven Steve Szczepan Stefano Stephane Etienne Stevan Stepan Stjepan Степан Steffan Stefen | Stjopa Styopa Stefek Stevie Ste
Stefanie Stephanie Steffi Stefania Stephany Stefani Stephania | Steph Stephie Stevie Steff
Michelle Mischelle Mishell
Alexej Aleksej Alexei Alexey Aleksei Aleksey Alexeij Aljoscha Alyosha Алексей Oleksij Alexis | Ljoscha Lyosha Lescha Lesha Alik
Paul Pavel Pawel Paweł Paolo Pablo Pavlo Павел Paulus Bulus Pauli | Pawełek Pascha Pasha Pawlik
Paula Pola
Pauline Paulina Polina Paulin Полина | Paula Paulinka Polja Polya
Jörg Joerg Jorg Jork Jörk
Jurij Juri Yuri Yury Yuriy Iouri Юрий Yurii | Jura Yura Jurik Jurka Yurik
Friederike Frederike Rike Fryderyka Frederica | Fritzi Freddie Rieke Frieda Fridl
Wilhelmine Wilma Mina Minna Wilhelmina | Mine Minchen Helmi
Heike Haike Heyke
Heiko Haiko Hayko Heyko
Karla Carla
Kathrin Katrin Catrin Cathrin Katrien
Lisa Liza Lissa Лиза
Isabel Isabelle Isabell Isabella Izabela Izabella Isabela Bella Ysabel Изабелла | Izzy Belle Ibby Isa Isi Bell
Lutz Luz Luts
Luisa Louisa Luise Louise Ludwika Lulu
Frank Franck Franc
Josefine Josephine Josefa Józefa Josefina Josepha Josie Fine | Jo Josy Fina Finni Peppi Pepi
Jakobine Jacobina
Martina Martyna
Manuel Emanuel Emmanuel Emanuele Imanuel
Manuela Emanuela Emmanuela
Klaus Claus Klaas Claas Klas
Nils Niels Nels
Nicole Nikole Nikol Nicol Nickole Николь
Bernadette Bernadett Bernadetta
Erik Eric Eryk Erick Erico Eerik Эрик
Erika Erica Eryka
Roman Romain Romano Роман | Roma Romka Romek
Ralf Ralph Raoul Ralff
Roland Rolando
Rolf Rolph Rolff
Simon Szymon Simeon Semjon Semyon Semen Symeon Семён Schimon Siemon Simeone Sime Schymon | Senja Syoma Sjoma Si
Simone Simona
Daniela Daniella Danielle
David Dawid Davide Dave Davit Давид Dawit Dafid
Eugenia Jewgenia Jewgenija Evgenia Evgeniya Yevgenia Yevgeniya Eugenie Евгения Zhenya Evgenija Eugénie Ewgenia | Schenja Zhenja
Felix Feliks Féliks Феликс
Florian Floris Flori Florin | Flo
Gabriel Gabrijel Gavriil Gabe
Günter Günther Gunter Gunther Guenter Guenther Gunder | Günni Günna Gunni
Gustav Gustaf Gustaw Gustave Gustavo
Alena Aliona Alyona Aljona Алёна
Ilona Ilonka
Jens Jense Jenns
Jessica Jessika Jess Jessi Jessie Jesica Dschessika
Juliane Julianne Juliana Julianna Giuliana
Julian Julien Giuliano Julyan Юлиан
Jule Juli Yule
Laura Lora Laure Лаура
Lars Larss
Leonid Leonit Леонид Ljonja | Lyonya Lenja Lonja
Leo Lew Lev Лев Ljow | Ljowa Lyova Lewa Leva
Leonie Léonie Leoni Leony
Marianne Marianna Mariana Mariane Maryanne Marjana Марианна Marie-Anne Maryann
Marina Maryna Марина | Marinka Marischa
Monika Monica Mónica Moni Моника | Monia
Oliver Olivier Olli Ollie Oliwer Oliviero Oliwier | Olly Noll Oli
Olivia Oliwia Olivija | Liv Livia Livvy Livi
Olga Olya Olja Olha Ольга | Olenka Oletschka
Oskar Oscar
Otto Oto Otho
Oleg Olech Oleh Олег | Olezhka
Patrick Patrik Patryk Pat Paddy Patric Padraig | Patsy Rick
Patricia Patrizia Patrycja Pat Patty Patrice Trisha Patricja | Trish Tricia Patsy Patti Trischa
Raphael Rafael Rafał Rafal Raffael Rafaele Raffaele Rafaël Рафаэль Raphaël Rafi | Rafałek Rafe
Rainer Reiner Rayner Rainier Reyner | Reini
Reinhard Reinhardt Reinhart Rainhard | Hardy Reini Hardi
Rebecca Rebekka Rebeka Becky Ревекка Rebeca Rebekah | Becca Beck Beckie
Regina Regine Gina
Renate Renata Рената Rena
Ruth Rut
Sabine Sabina Bine
Sabrina Szabrina Sabryna Sebrina
Sara Sarah Zarah Сара Sally Sahra | Sadie Salli
Silvia Sylvia Sylwia Silvie Sylvie Сильвия Sylvija Silwia
Silke Sylke Silcke
Sonja Sonia Sonya Соня Sonje
Sven Swen Svend
Swetlana Svetlana Sveta Светлана Svitlana Lana Swjeta Sweta | Swetotschka
Uwe Uve Uwo
Valentin Walenty Valentyn Walentin Valentino Валентин Valentine
Valentina Walentina Walentyna Valentyna Валентина Valya | Walja Valja Tina
Valerie Valeria Walerija Valeriya Valerija Waleria Валерия Lera Walerie Valery
Veronika Veronica Weronika Véronique Vroni Вероника Veronique | Nika Roni Ronni Ronnie
Viktor Victor Wiktor Vittorio Виктор Vic Vik Wicktor | Witja Vitya Vitja Wiktorek
Vincent Vinzent Vinzenz Wincenty Vincenz Vincente Vicente Vincenzo Vince Vincens Winzent | Vinnie Vin Vinz Zenz Zenzi
Waldemar Woldemar Valdemar Voldemar
Walter Walther Gualtiero Valter Walt Wally Walder | Wat
Wenzel Wacław Waclaw Václav Vaclav Watzlaw Wenceslaus Vazlav Waclav | Wacek
Wjatscheslaw Wjatscheslav Vyacheslav Viacheslav Vjačeslav Slava Slawa Вячеслав Wiatscheslaw Vjacheslav Wjaczeslaw | Slawik Slavik
Zbigniew Zbyszek Sbigniew Zbigniev Sbignjew Zbignev | Zbyś Sbischek Zbyszko Sbyschek
Bolesław Boleslaw Boleslav Bolek
Mieczysław Mieczyslaw Mietek Mietschislaw
Jarosław Jaroslaw Jaroslav Yaroslav Jarek Ярослав | Jareczek Slawa Slava Jarik
Mirosław Miroslaw Miroslav Mirek
Radosław Radoslaw Radoslav Radek
Sławomir Slawomir Slavomir Slawek | Sławek
Przemysław Przemyslaw Przemek Pschemek Pschemislaw Premysl
Tadeusz Thaddäus Tadek Thaddeus Tadeus | Tadzio
Bogdan Bohdan Bogdahn | Bodzio
Bogusław Boguslaw Boguslav Bogus
Zdzisław Zdzislaw Zdzislav Sdzislaw Sdislaw
Kazimierz Kasimir Casimir Kazimir Kazik | Kazio Kasik
Dariusz Darius Darek Darjusch Dariush
Ireneusz Irenäus Irek
Agnieszka Agnes Aga Agnese Agnieschka Agneschka Agnesa Agness | Agusia Jagna Nessie Aggie
Agata Agathe Agatha
Beata Beate | Beatka
Beatrice Beatrix Beatrize Beatriz Bea Béatrice Beatrycze
Bożena Bozena Boschena Božena Boshena
Danuta Danusia Danute
Ewa Eva Eve Evi Ева Eeva Yeva Jewa Evita
Genowefa Genoveva Genevieve Geneviève
Grażyna Grazyna Graschina Grazina Graszyna
Halina Galina Halyna Галина Galyna Galja | Hala Halinka Galya Galka
Jadwiga Hedwig Hedi Hedy Jadviga Yadviga Hedda | Jadzia Jaga Jadscha
Jolanta Jola Jolanthe Yolanda Jolante Iolanta
Justyna Justina Justine Yustina | Justa Justynka
Kinga Kunigunde Cinga
Marzena Marschena Marzenna Mazena
Teresa Tereska
Wanda Vanda
Wiesława Wieslawa Wieslava
Zuzanna Susanne Susanna Zuzia
Anja Anya Ania Аня Anija
Annette Anette Anett Annett Aneta
Annika Anika Anneke Annicka
Anke Ancke Anka
Angela Angie Анжела
Anastasia Anastasija Nastja Nastya Stasia Anastasiya Анастасия Anastazja Anastassia Anastassija Anastasiia | Stasja Nastjenka Nastassja Stacy Asja Asya
Astrid Astrit Estrid
Bianca Bianka Blanca
Britta Brita Britte
Claudia Klaudia Claudie Klaudija Клавдия
Corinna Korinna Corina Corinne Korina
Dagmar Dagmara
Denise Dennise
Dennis Denis Denys Dionysios Денис Denniss | Deniska
Diana Diane Dyana Dijana Диана
Dietmar Ditmar Dittmar Thietmar | Didi Dieti
Detlef Detlev Detleff Dethlef
Dominik Dominic Dominique Domenico Доминик Dominick | Domino Nick Dom
Edith Edyta Edit Edyth Edita
Elke Elcke Ellke
Emil Emile Émile Emilio Эмиль Emill | Milo
Emma Ema Imma | Emmi Emmy Em
Esther Ester Hester Estera Эсфирь | Hetty Essie
Fabian Fabien Fabjan
Ferdinand Fernando Ferdi Nando Fernand Ferdynand
Gerlinde Gerlind Linde
Gisela Gisele Gizela Giselle Gila Gisella
Gudrun Gudrune Guthrun | Gundi Gudi
Gottfried Godfrey Goffredo Gotfryd Götz Gottfrid | Friedel Gottl
Geoffrey Jeffrey Jeff Geoff Jeffery Jefferey
Hartmut Hardmut Hartmuth
Helmut Hellmut Helmuth Hellmuth
Herbert Heribert Bert Herb Herbie Harbert | Bertie
Hermann Herman Germann Ermanno Герман German Hermanus
Holger Holgar Olger
Horst Horscht
Hubert Hubertus Hugbert Bert Huppert | Bertie
Hugo Hugh Ugo Hugues Hugho
Ines Inez Inés Inis
Ingo Ingomar Inko
Jochen Jochem Jochum
Kurt Curt Kord Kurd Curd
Larissa Larisa Laryssa Лариса Lara Larisse
Linda Lynda
Lothar Lotar Luther Lotario
Ludmila Ljudmila Lyudmila Liudmila Людмила Ludmilla Luda Ljuda Lyuda Lioudmila | Mila Ljusja Lyusya
Ljubow Lyubov Liubov Lubov Любовь Ljuba Lyuba | Luba
Manfred Manni Manfried Manfredo Freddy | Manne Fredi Fredl
Marcel Marzel Marcell Marcello Marceli Марсель Marcelo
Marion Marijon Mariyon
Meike Maike Mayke Meyke Maaike Meicke
Mareike Marijke Mareyke Marieke Mareijke
Melanie Melania Melani Mélanie Melaniya Melly
Melissa Melisa Mellissa Melisse | Missy Mel Lissy
Mirko Mirco Mircko
Nadine Nadin Nadina
Norbert Norbi Norberto Norberd
Olaf Olav Olof Oluf
Pascal Paskal Pascale Pasquale Paszkal
Ramona Romona
Rita Ritta
Rosa Rose Rosi Róża Roza Роза Rosie | Rosl Rosel Röschen
Roswitha Roswita Rosvita
Rüdiger Ruediger Rutger Rudiger Rüdeger
Roger Rodger
Saskia Sasckia Zaskia
Sigrid Siegrid Sigrit Siegrit
Sigmund Siegmund Zygmunt Zigmund Siggi | Zyga
Stefania Stefanie Stephanie
Steffen Stefen Steffan
Thorsten Torsten Thorstein Torstein Dorsten
Thilo Tilo Thielo Tielo Tillo
Till Til Tilman Tilmann Thill
Torben Thorben Torbjörn Thorbjörn
Tanja Tanya Tania Tatjana
Udo Uto
Ute Utte
Volker Folker Volkher Volcker Folcker
Wendelin Wendel
Werner Wernher Verner Wärner
Yvonne Ivonne Iwona Ivona Yvon Iwonne Iwonna Ivon
Yvette Ivette Iveta Iwetta
Zoe Zoé Zoë Zoey Зоя Zoya Soja Zoja Soe
Xaver Xavier Javier Ksawery Saverio Xaverius | Xari Veri Xavi
Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Muhamed Muhamad Mohamet Mahomet Muhammet Mohammet Магомед Magomed Mo Mohd Muhamet | Muho Hamo Hamada Hamoudi Hamudi
Ahmed Ahmad Ahmet Achmed Achmet Ахмед Akhmed Amet Ahmat | Hamada Hamoudi Hamudi Ahmo Aho
Mahmoud Mahmud Mahmut Machmud Mahmood Mahmod Махмуд
Mustafa Mustapha Moustafa Mostafa Moustapha Musti Mustafah Мустафа | Mıstık Mıst Mıstafa
Hassan Hasan Hasaan Chassan Гасан Hassane | Haso Hasso
Hussein Hussain Hüseyin Husein Hossein Husain Hossain Houssein Husseyn Huseyin Hüsein Hussayn Husayn Гусейн Hueseyin Hüssein | Hüso Hüseyn
Ali Aly Alee Али | Aliş Alo
Omar Omer Umar Oumar Ömer Умар Oemer
Othman Osman Uthman Ousmane Osmane Осман | Oso
Osama Usama Oussama Usame Ussama
Khaled Khalid Halit Chalid Halid Chaled Xalid Kaled Haled Халид Khalit | Khalouda Chaludi
Khalil Halil Chalil Xalil Kalil Халил
Ibrahim Ebrahim Ibraheem Brahim İbrahim Ибрагим Ibro | Ibo İbo Ibiş
Ismail Ismael Ismaïl İsmail Ismaeel Исмаил Esmail Ismayil
Yusuf Youssef Yousef Yussuf Yousuf Jussuf Joussef Юсуф Youcef Jusuf Yusef Jusef Yousif Yussef | Yuso Youyou Jussi
Yunus Younes Younis Yunis Younus Junus
Yasin Yassin Yassine Jassin Yaseen Jasin
Yasmin Jasmin Yasemin Jasmine Yasmina Yasmine Jasmina Yassmin Jasemin Jessamine
Abdullah Abdallah Abdulla Abdalla Abdoullah Абдулла Abdulah | Apo Abdo Abdi
Abdul Abdel Abd Abdoul | Abdou Abdo
Abdelrahman Abdulrahman Abdurrahman Abdul-Rahman Abderrahman Abdelrahmane Abdirahman Abdourahman Abderahman Abdarrahman | Abdou Abdo
Abdelkader Abdulkadir Abdulqadir Abdelkadir Abdülkadir Abdulkader | Kader Abdelka
Abdelaziz Abdulaziz Abdülaziz
Abdelkarim Abdulkarim Abdülkerim Abdulkerim
Karim Kerim Kareem Керим
Kerem Karam
Rahim Raheem Rahım
Hamid Hameed Hamit Хамид Hamet
Hamza Hamzah Hemza Chamsa Хамза
Hakim Hakeem Chakim
Jamal Gamal Cemal Dschamal Djamal Jamaal Dschemal Джамал Dzhamal
Jamil Cemil Djamil Dschamil Gamil Jameel
Jamila Cemile Djamila Dschamila Gamila Jameela
Jalal Celal Galal Djalal Dschalal
Kamal Kemal Kamel Камал Kamaal
Amir Emir Ameer Ämir
Amin Ameen Amine
Amina Emine Aminah Ameena | Emoş Eminoş
Aisha Ayşe Aischa Ayse Aicha Aysha Aïcha Aiesha Аиша Ayesha Eische Aische Aishe Aysche | Ayşo Ayşecik
Fatima Fatma Fatema Fathma Fatimah Fatoumata Фатима Fatme | Fatoş Fatosch Fatosh Fato Fadik Fatoum Fatouma Fattuma Batoul
Khadija Hatice Chadidscha Hadidscha Khadidja Khadijah Hadija Chadija Kadidja Hatidsche Hatitsche Hatidje | Hatiç Hatçe Hatije
Zainab Zeynep Zeinab Zaynab Zaineb Zeyneb Seinab Sejnab Seynep Zainap Zineb | Zeyno Zeynoş
Leila Layla Leyla Laila Lejla Лейла Leilah Laylah
Nour Nur Noor Nuur
Noura Nura Noora
Samir Sameer Semir Samır
Samira Semira Sameera
Salim Saleem Saalim
Salma Selma Salmah
Said Saeed Sait Saïd Saiid Саид
Salih Saleh Saalih
Salah Selah
Saladin Salahuddin Salaheddin Selahattin Salah-eddin Salahaddin Salahudin
Nuruddin Nureddin Nurettin Noureddine Nouradin Nuredin
Tariq Tarek Tarik Tareq Tarıq Тарик Tarick
Walid Waleed Velit Oualid Walied
Rashid Rachid Raşit Rasheed Raschid Rasit Raschit Reşit
Rami Ramy Raami
Ramazan Ramadan Ramadhan | Ramo
Suleiman Süleyman Soliman Suleyman Sulaiman Sulayman Sulejman Süleiman Сулейман Suliman Souleymane | Sülo Sülli
Shukri Şükrü Schukri Choukri Sükrü
Sharif Scherif Şerif Cherif Sherif Charif
Taha Tâhâ Taaha
Hanan Hannan Hanane
Huda Hoda Hüda Houda
Iman Eman İman Imane
Maha Mahaa
Mona Muna Mouna
Nadia Nadja Nadya
Rania Ranya Raniya
Rana Raana
Reem Rim Rym
Sana Sanaa
Yahya Yahia Jahja Yahja Yehia Yehya
Yakup Yaqub Yacoub Yakub Jakub
Zakaria Zakariya Zekeriya Zakarya Zacharia Zakariah Sekerija
Ziad Ziyad Zyad Ziyaad Siad
Bilal Bilel Belal Billal
Bashir Beşir Baschir Bachir Besir
Faruk Farouk Farouq Faruq Farook
Farid Ferit Fareed Ferid
Faisal Faysal Feysal Faysel Feisal Faissal
Ghassan Gassan Rassan
Haydar Haider Haidar Hayder Heydar
Idris Idriss İdris Edris
Imad Emad İmad Imaad
Issa Isa Eissa Aissa İsa
Majid Macit Mecit Madschid Majeed Magid
Mansour Mansur Mansoor
Marwan Merwan Mervan Marouan Marouane
Masoud Mesut Massoud Masud Mesud Massud
Munir Mounir Münir Moneer Muneer
Murad Murat Mourad Мурат
Nabil Nebil Nabeel
Nasser Nasir Nasır Naser Nacer
Qasim Kasım Kassem Kasim Qassem Kassim Qasem
Riad Riyad Rıyad Riyadh Ryad
Sami Samy Saami
Wael Wail Ouael Vail
Younes Yunus Younis
Çiğdem Cigdem Tschidem Tschiedem
Çağlar Caglar Tschalar Tschaglar
Gül Guel Gul Gühl
Gülay Gülai Gülaj
Hakan Hackan Hakkan
Halime Halima Halimah
Hacer Hadscher Hajar Hajer
Havva Hawa Hava Hawwa
İlker Ilker Ilcker
Kadir Qadir Kader Kadır
Kazım Kazim Kazem
Meryem Meriem Maryam
Muhittin Muhiddin Mohyeddin
Naciye Nadschije Nadjia
Necati Nedschati Nejati
Nihat Nihad
Nilüfer Nilufer Nilofar Niloufar
Recep Rajab Redschep Redjep Rejep Redgep Recap Ragab
Rıza Riza Reza Risa Ridha Reda
Sultan Soltan Sultán
Şule Schule Shule Sule
Tayyip Tayip Tayeb Taieb
Turgut Turgud Thurgut
Uğur Ugur Uhur Uur
Veli Weli Wali Vali
Vedat Wedat Vedad
Yaşar Jaschar Yasar Yashar
Zehra Zahra Sehra Zahraa Zohra
Zeki Zaki Seki
James Jim Jimmy Jamie Jaime Dschäims | Jem Jimmie
William Bill
Edward Ned
Margaret
Dorothy Dot Dolly
Deborah Debra Debora Debbie Debby | Deb Debs
Anthony Antony Tony
Alan Allan Allen Alain Alen
Ashley Ashleigh Ashlee
Barry Barrie
Brian Bryan Brien Bryon
Caitlin Kaitlyn Katelyn Caitlyn Kaitlin Catlin
Carl Karl
Cathryn Kathryn Catherine Katherine
Cheryl Sheryl Sherryl
Chloe Chloé Khloe Cloe
Claire Clare Clair Klaire
Klara Clara
Colin Collin Kolin
Craig Kraig Greig
Darren Darin Daren Darrin
Deirdre Deidre
Donald Don Donny Donnie
Douglas Doug Duglas
Eleanor Elinor Eleonore Eleonora Leonore Lenore Nora Ellie Elenor
Elaine Elain Ilene
Erin Eryn
Aaron Aron Arron Аарон
Harun Haroun Haron
Frances
Gail Gayle Gale
Gareth Garreth
Gillian Jillian Jill Gill
Glen Glenn
Graham Graeme Grahame
Hayley Hailey Haley Hailee Haylee
Ian Iain Ean
Eoin Eoghan
Jaclyn Jacqueline Jacky Jackie Jacquelin Jaqueline Jackelin Schakeline Zaklin Jacklyn Żaklina
Jane Jayne | Janie Jenny
Janet Jannet Janett Dschanet | Netty
Janine Jeannine Janin Schanin Jeanine Janina Jannine
Jean
Jeremy Jeremias Jeremiah Jeremie Jeremi Jerry Irmiya
Jerome Hieronymus Jérôme Geronimo Hieronim Jerom
Jordan Jorden Jordyn
Joshua Josua Josh Jozua Jehoshua Yeshua Dschoschua
Joyce Joice Dschois
Justin Justyn Dschastin Iustin
Kayla Kaila Keyla Kaela
Keith Kieth
Kelly Kelley Kellie
Kenneth Ken Kenny Kennet
Kevin Kevyn Kewin Keven Kävin Quevin
Kieran Ciaran Kieron Ciarán Kyran
Kimberly Kim Kimberley Kimberleigh
Kristen
Leah Lea
Lee Leigh Li
Leslie Lesley
Lilian Lillian Liliana Liljana | Lily Lil Lilli
Lindsay Lindsey Linsey Linzi
Lorraine Loraine Lorain
Louise Luise
Lynn Lynne Lyn Linn Lin
Madison Maddison Madisson
Malcolm Malcom
Megan Meghan Meagan Meaghan
Melinda Malinda
Nathan Nathaniel Natan Nate Nathanael Натан
Neil Neal Niel
Nigel Naidschel Nigell
Niamh Neve Niav Nieve
Pamela Pam Pamella | Pammy
Philippa Pippa Filippa
Rachel Rahel Rachael Raquel Rachela Рахиль Rachelle Raschel
Roy Roi
Russell Russel Rusell
Ryan Rian Ryen
Sean Shaun Shawn Seán Schon Shon
Shannon Shanon
Sharon Sharron Scharon
Sheila Sheelagh Shiela Schila
Shirley Schirley Shirlee Schörli
Siobhan Siobhán Schiwon Shivaun Chevonne Schivon Shivon
Stacey Stacy Stacie
Stuart Stewart Steward Stuard
Suzanne Susan
Terence Terrence Terry Terrance Terenz
Tracy Tracey Tracie
Trevor Trever
Tyler Tylor Teiler
Vivian Vivien Vivienne Vyvyan Wiwian
Wayne Wain Waine
Wendy Wendi
Zachary Zac Zack Zach Zak
Saoirse Sersha Seersha Sirscha
Aoife Eefa Ifa Iefa
Aidan Aiden Ayden
Adrian Hadrian Adrien Adriano Адриан Adryan
Adriana Adriane Adrienne
Adam Адам
Albert Alberto Al Bert Альберт | Bertie Albie
Alfred Alfredo Fred Alf Alfried | Alfie Freddie
Alice Alicja Алиса Alisa Alize
Alina Alyna Алина
Alois Aloisius Aloys Luis Louis Aloysius Alojzy | Loisl Loisi Lois
Amelie Amélie Amely
Anton Antoine
Apollonia Polonia
Arkadius Arkadiusz Arek Arkadi Arkadij Arkadiy Arkady Аркадий | Arkascha Arkasha
Arthur Artur Arturo Артур Artus | Art Artie
Artem Artjom Artyom Artemij Артём Artiom Artjem
August Gustl
Axel Aksel Achsel
Balthasar Baltasar Balthazar Balzer
Björn Bjoern Bjorn Beorn
Boris Borys Borris Борис Barys | Borja Borya Borenka
Burkhard Burghard Burkhardt Burkhart Burchard Burckhardt Bourchard | Burki Hardy
Eberhard Everhard Eberhardt Eberhart
Eckhard Eckart Eckhart Eckehard Ekkehard Eckhardt Eckehart Eckardt Eckert | Ecki Hardy
Egon Ego Egone
Elfriede Elfride Elfie Alfreda | Friedel Friedl
Ellen | Nell Nellie Nelly Ellie
Elvira Elwira Эльвира
Engelbert Engelberd
Erwin Ervin Irwin Irvin Эрвин
Evelyn Eveline Evelin Evelina Ewelina Эвелина Evelyne Eveleen Aveline
Finn Fynn Fin Fionn
Gundula Gundel
Harald Harold Harry Haraldo Гарольд | Hal Harri
Ignaz Ignacy Ignatius Ignacio Ignat Nacho Игнат Ignatz
Igor Ihor Игорь Ingvar | Igorek Gosha
Isaak Isaac Izaak Icek Исаак
Inessa Инесса
Kai Kay Kaj Cai Kei
Kilian Killian Cillian Kylian
Klemens Clemens Clement Clemente Kliment Klement
Kunibert Kunibertt
Kyrill Kirill Cyril Kiril Kyrillos Кирилл Cyryl Kyrylo Cyrill
Kira Kyra Cyra Кира
Ksenia Xenia Xenija Ksenija Kseniya Ксения Ksenya Kseniia Xeniya Senia | Ksjuscha Ksyusha Xjuscha
Oksana Oxana Oksanna Оксана Aksana | Ksjuscha Ksyusha
Marat Марат
Nina Нина
Pauline Paulina
Pelagia Pelageja | Polja
Raissa Raisa Раиса | Raja Raya
Ruslan Руслан Rouslan Ruslann | Rusik
Rustam Rustem Рустам
Sergej Sergei Sergey Serge Sergio Serhij Sergius Serjoscha Сергей Serhii Sergeij Sergij Siarhei | Seryozha Sergejka Serhio Serjoga
Tamara Tamar Тамара Tamare | Toma Mara
Timur Taymur Тимур Teymur Timour
Ulyana Uljana Ульяна Uliana
Vadim Wadim Вадим Vadym | Wadik Vadik
Valerij Waleri Valery Valeriy Waleriy Valerian Валерий Valeri Walerij Walery
Varvara Warwara
Vasilij Wassili Vasily Vasili Wasilij Vasil Василий Wassilij Bazyli Basil Basilius Vasyl Wasyl Vassili Wassily Vasiliy Vassily Vasilios | Wassja Vasya Wasja Vasja
Vera Wera Wiera Вера Veera | Werotschka Verochka Veruschka
Vitalij Witali Vitaly Vitali Witalij Vitaliy Виталий Vitalii Witalii Vitalik Wital | Witalik Vitja
Vladislav Wladislaw Władysław Wladyslaw Vlad Владислав Ladislaus Wladislav Vladyslav | Władek Wladek Wlodek Wladik Vladik Slawa Slava
Wsewolod Vsevolod Всеволод
Zinaida Sinaida Зинаида
Rostislav Rostislaw Ростислав | Rostik
Roxana Roksana Roxane Roxanne
Meier Maier Mayer Meyer Mayr Mair Meir Meyr Majer Mejer Meijer Mayar
Schmidt Schmitt Schmid Schmied Schmit Smid Szmidt Schmiedt Schmidd Шмидт
Müller Mueller Muller Myller Müler Miuller Мюллер
Fischer Fisher Vischer Fyscher
Schneider Schnaider Schneyder Snyder Snider Schnyder
Bäcker Becker Baecker Bekker Beker
Hoffmann Hofmann Hoffman Hofman Hoffmannn
Schäfer Schaefer Schaeffer Schäffer Shaefer Schafer Schefer Scheffer
Bauer Baur Pauer Bauhr
Koch Kooch Coch
Richter Rychter Richtar
Schröder Schroeder Schroder
Neumann Neuman Newman Noimann Neuhmann
Schwarz Schwartz Szwarc Schwarts Swartz Shwarz
Zimmermann Zimmerman Cimmermann Simmermann
Braun Brauhn
Hartmann Hardtmann Hartman Hardmann
Krüger Kruger Krueger Crüger
Walther Walter
Lehmann Lemann Lehman Leman
Köhler Koehler Kohler Köler Koeler
König Koenig Konig Könich
Kaiser Kayser Keyser Keiser
Peters Peeters
Weiß Weiss Weis Weihs Waiss Veiss Vice Weisz Wais
Jung Junk
Hahn Haan Hann Han
Vogel Fogel Voogel
Günther Guenther Gunther Günter
Keller Celler
Frank Franck
Winkler Winckler Wincler
Roth Rot Rodt Rott
Beck Bek Bäck
Lorenz Lorentz Laurenz
Baumann Bauman Paumann
Franke Francke
Albrecht Allbrecht
Schuster Shuster Schusther
Simon Symon
Böhm Boehm Bohm Böm
Krämer Kraemer Cremer Kremer Creamer Krehmer
Vogt Voigt Vogd Fogt Voight Vogdt Voit
Otto Oto
Sommer Somer
Stein Steyn Stain Schtein
Groß Gross Grohs Gros Grosz
Haas Haaß Haass Hahs
Graf Graff Graaf
Seidel Seidl Saidel Zeidel Seydel
Schreiber Schraiber Schreyber
Ziegler Cigler Zigler
Kuhn Kun Kuhnn
Kühn Kuehn Kühnn Kün
Pohl Pol
Engel Engell Ängel
Horn Hoorn
Busch Bush Pusch
Bergmann Bergman Berkmann
Voigt Vogt Voight
Sauer Sauher Saur
Wolff Wolf Wolv Volf Volff Wolph
Pfeiffer Pfeifer Feifer Pfeyffer Pfaifer Fifer Feiffer
Philipp Philip Philippe
Phillips Philips Philipps Phillipps
Jäger Jaeger Yaeger Jager Yager Jeger
Seifert Seiffert Saifert Seyfert Seifferth Seiferth Seyffert
Schubert Shubert Schuberth
Schulz Schultz Szulc Shultz Schults Schulcz Schuls
Scholz Scholtz Szolc Scholcz
Schwab Schwaab Shwab
Schütz Schuetz Schutz Schüts
Schulte Schulthe
Ebert Eberth Ehbert Ebberth
Fuchs Fux Fuks Fucks Fuchss
Lang Laang
Herrmann Hermann Herman Herrman Härmann
Thiele Tiele Thile Tiehle
Thiel Tiel Thiehl
Brandt Brand Brant Brandtt Brannt
Sachs Sax Saks Sacks
Nowak Novak Nowack Novack Nowakk Новак
Kowalski Kowalsky Kovalski Kovalsky Kowalskij Ковальский
Wiśniewski Wisniewski Wischnewski Wischnewsky Vishnevsky Wisnewski Wischniewski Wishnevski Wisniewsky
Wójcik Wojcik Woitschik Vojcik Voitsik Woytzik Woitzik Wuitschik
Kamiński Kaminski Kaminsky Kaminskij Kaminskiy
Lewandowski Lewandowsky Levandovski Levandovsky Lewandovski
Zieliński Zielinski Zielinsky Schielinski Shelinski Zelinski Zelinsky Cielinski Zielynski
Szymański Szymanski Schimanski Schymanski Shimanski Schymansky Schimansky Shymanski Simanski Schimanskj
Woźniak Wozniak Wosniak Voznyak Voschniak Wozniack Woschniak
Dąbrowski Dabrowski Dombrowski Dombrowsky Dombrovski Dambrowski Dombrovsky
Kozłowski Kozlowski Koslowski Koslowsky Kozlovsky Kozlovski Koslovski
Jankowski Jankowsky Yankowski Yankovski Jankovski
Mazur Masur Mazour Masuhr Mazure
Wojciechowski Wojciechowsky Woitschechowski Woitzechowski Voytsekhovsky Wojtschechowski Woitechowski
Krawczyk Krafczyk Krawtschik Kravchik Krawzyk Krawcyk Krafzik Krawczik
Piotrowski Pjotrowski Piotrowsky Piotrovsky Pjotrovski
Grabowski Grabowsky Grabovski Grabovsky
Pawłowski Pawlowski Pawlowsky Pavlovsky Pavlovski Pawlowskij
Michalski Michalsky Mikhalski Michalskij
Król Krol Krul Kruhl
Wieczorek Wietschorek Wjetschorek Vietzorek Wieczorreck Vechorek Wetschorek
Jabłoński Jablonski Jablonsky Yablonski Yablonsky
Wróbel Wrobel Wrubel Vrubel Wruhbel
Majewski Majewsky Mayewski Maievski Majevski
Olszewski Olschewski Olschewsky Olshevski Olszewsky Olshevsky
Stępień Stepien Stempien Stempjen Stempin
Jaworski Jaworsky Javorski Yavorsky Yaworski
Malinowski Malinowsky Malinovski Malinovsky
Dudek Dudeck Dudekk
Górski Gorski Gursky Gurski Gorsky
Rutkowski Rutkowsky Rudkowski Rutkovski
Sikora Schikora Sikorra Shikora
Walczak Waltschak Walcak Valchak Walzak
Baran Barann
Zając Zajac Sajonz Zayonc Zajonc Zayonts Sajons Zajontz Sajontz Saijontz
Szewczyk Schewtschik Scheftschik Shevchik Schewzyk Szewcyk Scheftschick Schefzik
Pietrzak Pietschak Pietrsak Petrzak Pjetschak Pietzak Pietczak
Wróblewski Wroblewski Wrublewski Wroblewsky Vrublevski
Marciniak Marziniak Martschiniak Marcinjak Marciniack
Zawadzki Zawadzky Sawatzki Sawadzki Zavadski Sawatzky Zavadzki
Sadowski Sadowsky Sadovski
Duda Dudda
Głowacki Glowacki Glowatzki Glovatski Glowatzky Glowacky
Yılmaz Yilmaz Jilmas Jilmaz Yilmas Ilmaz Jelmaz Ylmaz Yelmaz Jülmaz
Kaya Kaja Kaia Kayah
Demir Demier Demirr Temir
Çelik Celik Tschelik Chelik Tschelick Çelick Schelik
Şahin Sahin Schahin Shahin Schahien Shaheen
Yıldız Yildiz Jildis Jildiz Yildis Jildes Yeldis Yildez
Yıldırım Yildirim Jildirim Yilderim Jilderim Yelderim
Öztürk Oeztuerk Ozturk Ostürk Östürk Öztürck Ösztürk Oztürk Öztirk Osturk
Aydın Aydin Aidin Eidin Ajdin Aydinn
Özdemir Ozdemir Ösdemir Özdemier Oesdemir Osdemir
Arslan Arslahn Arslann
Doğan Dogan Dohan Doan Doğann Dowan Doahn
Kılıç Kilic Kilitsch Kilich Kilidsch Kelich Klitsch
Aslan
Çetin Cetin Tschetin Chetin Tschetyn
Kara Karah Cara
Koç Koc Kotsch Coach Kotch
Kurt Curt
Özkan Ozkan Öskan Oeskan
Özcan Ozcan Ösdschan Özdschan Oezjan Ösjan Özjan
Şimşek Simsek Schimschek Shimshek Simschek
Polat Pollat Polatt
Korkmaz Korkmas Corkmaz Korckmas
Çakır Cakir Tschakir Chakir Tschaker
Erdoğan Erdogan Erdowan Erdohan Erdoan Erduan Erdogann
Yavuz Javus Yavus Jawus Yawuz Yavooz
Güneş Gunes Günesch Guenesch Gunesh
Acar Adschar Ajar Adjar Atschar
Aktaş Aktas Aktasch Actash Acktasch
Avcı Avci Awdschi Avdschi Avji Avtschi Afdschi
Bulut Bullut Boulut
Bozkurt Boskurt Bozkurd Bosskurt
Can Dschan Djan Dshan
Ceylan Dscheylan Jeylan Dscheilan Ceylann Tscheilan
Coşkun Coskun Dschoschkun Joshkun Tschoschkun Joschkun
Çiftçi Ciftci Tschifttschi Chiftchi Tschiftschi
Dağ Dag Daa Dah Daag Da Dagh
Demirci Demirdschi Demirji Demirtschi
Duman Dumann Dumahn
Erdem Erdemm Ertem
Güler Guler Gueler Gühler
Işık Isik Ischik Ishik Ischick İşık
Karaca Karadscha Karaja Karatscha
Keskin Keskinn Geskin
Kaplan Caplan Kablan
Özer Ozer Öser Oeser Oser
Sarı Sari Sarie Sarey
Tekin Tekinn Teckin
Toprak Topprak Dobrak
Tunç Tunc Tuntsch Tunch Tundsch
Turan Thuran Tourane
Türk Turk Tuerk Türck
Uçar Ucar Utschar Uchar
Ünal Unal Uenal Ühnal
Uysal Uisal Oisal Uysahl Ujsal
Yalçın Yalcin Jaltschin Yalchin Jalschin Jaltchin
Yüksel Yuksel Jüksel Yueksel Jücksel
Yiğit Yigit Jiit Yiit Jihit Jigit
Ivanov Ivanow Iwanow Iwanov Ivanoff Иванов
Petrov Petrow Petroff Петров
Smirnov Smirnow Smirnoff Smyrnow Смирнов
Kuznetsov Kusnezow Kuznetsow Kusnetzow Kuznecov Kusnetsov Kuznezow Кузнецов
Popov Popow Popoff Попов
Sokolov Sokolow Sokoloff Соколов
Volkov Wolkow Volkow Wolkov Volkoff Волков
Morozov Morosow Morozow Morosov Морозов
Orlov Orlow Orloff Орлов
Fedorov Fjodorow Fyodorov Fedorow Fëdorov Fiodorow Федоров Фёдоров
Nikolaev Nikolajew Nikolayev Nikolaew Nikolajev Николаев
Alekseev Alexejew Alekseyev Alexeyev Alexeev Aleksejew Алексеев
Sergeev Sergejew Sergeyev Sergejev Сергеев
Zaitsev Saizew Zaytsev Zaitzew Zajcev Saizev Sajzew Zaizew Зайцев
Soloviev Solowjow Solovyov Solovjov Solowjew Solovyev Solovev Соловьев Соловьёв
Vasiliev Wassiljew Vasilyev Vasilev Wasiljew Vassiliev Васильев Wassilew
Zhukov Schukow Zukov Žukov Jukov Shukov Жуков Zhukow Shukow
Yakovlev Jakowlew Jakovlev Iakovlev Яковлев
Chernov Tschernow Černov Tchernov Tschernov Чернов
Romanov Romanow Romanoff Романов
Kovalenko Kowalenko Коваленко
Shevchenko Schewtschenko Ševčenko Chevtchenko Шевченко Shewchenko Schevtschenko
Tkachenko Tkatschenko Tkačenko Ткаченко
Chaykovsky Tschaikowski Tchaikovsky Čajkovskij Tschajkowski Чайковский
Khrushchev Chruschtschow Chruschtschew Khrushchov Hruščëv Хрущев
Thompson Thomson Tomson Tompson
Smith Smyth Smythe Smiss
Clark Clarke Klark
Brown Browne
Reid Reed Read Reade
Lee Leigh Lea Li
Davis Davies Davys
Stephens Stevens Steevens
Stephenson Stevenson
Nicholson Nicolson Nickolson
Philips Phillips
Harris Harriss Haris
Johnson Jonson Johnsen Dschonson Johnsson Dschonsen
Johnston Johnstone
Jones Joness Dschons Dschouns Johnes
Allen Allan Alan
Moore More Moor Moar
White Whyte Wight Wite Weit
Green Greene Grien
Hughes Hewes Hjuhs Huges Hughs Hues Hews Juhs
Wright Right Write Reit Wrigt Rait
Knight Night Nite Neit Nait
Taylor Tailor Tayler Teyler Teiler Tejlor
Turner Törner Turnor
Walker Woker Wolker Wawker
Baker Beyker Beiker
Cook Cooke Kook
Bailey Bayley Baily Bayly Baillie
Gray Grey Grej
Rodgers Rogers
Pierce Pearce Peirce Pearse Piers
Pearson Pierson Peerson
Lawrence Laurence
Macdonald McDonald MacDonald
Mackenzie McKenzie MacKenzie Makenzie
MacLeod McLeod McCloud Maclaud
McLean Maclean McClean
McIntyre Macintyre McIntire
O'Brien Obrien O'Bryan Obryan Obrian
O'Connor Oconnor O'Conner Okonnor
O'Neill Oneill O'Neil Oneil O'Neal
Matthews Mathews Mathhews
Morris Moriss
Kennedy Kennedie Kenedy
Leicester Lester
Worcester Wooster
Sinclair St-Clair Sinkler
Stuart Stewart
Byrne Byrn
Kelly Kelley
Quinn Quin Kwin
Rees Reece Reese Rhys
Cohen Kohn Coen Cohn Kohen Koen
Levy Levi Lewy Lévy Levie
Shah Schah Sha
Hussain Hussein
Khan
Al-Masri Almasri Elmasri El-Masry Masri Almasry
Al-Hassan Alhassan Elhassan Hassan
Al-Khatib Alkhatib Elkhatib Khatib Alchatib
Haddad Hadad Hadded
Khoury Khouri Churi Khuri Kouri Choury Houri
Najjar Nadschar Najar Naggar Nadjar Neccar
Saleh Salih Salleh
Youssef Yousef Yusuf Yussuf
Mansour Mansur
Nasser Naser
Darwish Darwisch Derwisch Derviş Darwiche
Abbas Abas Abbass
Aziz Azeez Asis Azis
Sheikh Scheich Şeyh Shaikh Cheikh Schaich Scheikh
Hamdan Hamdane Chamdan
Qureshi Kureschi Koreshi Quraishi Kureishi
Rahman Rehman Rachman Rahmaan
Chaudhry Chowdhury Choudhury Tschaudri Chaudhary
Charles Charlie Charly Chuck | Chas Chip Chaz
Mehmet Mehmed Memet Mehmett | Memo Memiş
Christiane Kristiane
Harry Harri Harrie
Davut Dawud Daoud Davud Daud Davood
Ilyas İlyas Ilias Elyas Ilyass
Ilja Ilya Илья Illia Ilia Iliya | Iljuscha Ilyusha
Emilia Эмилия Emilija Emiliya
Yakup Yaqub Yakub Yacoub Jakup Yaqoub Jaqub
İshak Ishaq Ishak Isaq Eshaq
Mikail Mikaeel Mikaël
Jibril Dschibril Cebrail Djibril Jibreel Gibril Djebril
Bünyamin Binyamin Bunyamin
Iskander Iskender Eskandar İskender
Sayed Seyit Seid Sayyid Syed Seyyid Sayyed Seyid
Selim Saleem
Alicia Alisha Alitzia Alisia
Amelia Ameliya
Amalia Amalie Амалия
Lily Lilly Lili Lilli Lilie
Ewan Euan Ewen
Moritz Mauritz Maurycy Maurizio Mauricio
Erich Ehrich
Julius Juliusz Giulio Julio
Nathan Natan
Shadia Schadia
Gülsüm Gulsum Ümmügülsüm
Stanisława Stanislawa | Stasia
Anatolij Anatoli Anatoly Anatol | Tolja Tolya Tolik
Darja Darya Daria Dariya Дарья | Dascha Dasha Daschka
Nikita | Nik Nikitos
Taisia Taissia Taisiya | Taja Taya
Edmund Edmond | Ted Ned Eddie Ed
Martha Marta | Patty Mattie Marthe
Matilda Mathilde Mathilda Matylda | Tilly Tillie Tilda Maud Hilda Mattie
Ann Anne Anna | Nan Annie Nannerl
Bertram | Bert Bertie
Gilbert | Bert Gil
Berthold Bertold Bertholt | Bert Berti
Augustus August | Gus Augie
Florence Florentine | Flo Florrie Flossie Flora Floss
Harriet Henriette Henrietta Harriett Henryka | Hattie Hetty Etta Jette Jettchen
Joan Johanna | Jo Joanie
Millicent | Millie Milly
Mildred | Millie Milly
Camilla Kamilla Kamila | Millie Milly Mila Cami
Phyllis Phillis Fillis
Reginald | Reg Reggie Rex
Sylvester Silvester | Sly Vester
Virginia | Ginny Ginger Gina Virgie
Winifred | Winnie Freda Win
Alfons | Fonse Fonsi
Kreszentia Kreszenz | Zenzi
Mechthild Mechtild | Hilde Mecki
Adolf | Dolf Adi Alf Dölf
Hans Johannes | Hansi Hänschen Hansl Hännes
Ottilie Odilia | Tilly Otti Tilli
Francis | Frank Frankie Fran
Elżbieta Elzbieta | Elka
`;
