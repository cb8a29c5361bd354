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
Ludwig Ludwik | Lutz
Matthäus Matthew Mateusz Matteo Mathieu Matvey Matwej Matvei Матвей Mateo | Matt
Charlotte Carlotta | Lotte Lotti Charly Lottie Charlie
Ronald Ronaldo Ronalt | Ron Ronny Ronnie
Abigail Abigayle | Abby Gail Abbie
Raymond Raimund Raimond Ramon | Ray
Stanley Stenley | Stan
Gerald Gerold Gerhold | Gerry Jerry
Donald Donalt | Don Donny Donnie
Joshua Josua Jehoshua | Josh
Nathaniel Nathanael | Nate Nathan
Kimberly Kimberley | Kim
Cassandra Kassandra | Cassie Sandra
Jonathan Jonatan Johnathan Jonathon | Jon Jonny Johnny
Christopher Christoph Kristofer | Chris Kris Topher
Christian Kristian | Chris Kris
Christina Christine | Chris Chrissy
Penelope Penelopi | Penny
Lieselotte Liselotte Lieselott | Liesel Lotte Lilo
Annemarie Annamarie Annemari | Anne
Wolfgang Wolfgank | Wolfi
Frieda Frida Friede
Roswitha Roswita
Dietrich | Dieter
Waltraud Waltraut Waldtraud Waltraude | Traudel Traudl
Edeltraud Edeltraut Edeltraude
Reinhold Rainhold Reinholt
Winfried Winfrid Wienfried
Meinhard Meinhardt Mainhard
Ottmar Otmar Ottomar
Gottlieb Gotlieb Gottliep
Leopold Leopolt | Leo Poldi
Valentin Walentin | Tino
Augustin Augustinus | Gustl
Kaspar Caspar Kasper Casper Jasper Gaspard Kacper Kaspar
Melchior Melhior
Barnabas Barnaby
Bartholomäus Bartholomew Bartłomiej Bartlomiej Bartosz Bartolomeo | Bart Bartek
Sebastian | Wastl
Balthasar Baltasar
Adelheid Adelaide Adelhait | Heidi Heide
Heidemarie Heidemari | Heidi Heide
Kunigunde Kinga
Walburga Walpurga | Burgi Wally
Eleonore Eleonora Eleanor Elinor Leonore | Nora Ellie Lore
Hannelore Hanelore Hannelohre | Hanne Lore
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
Johannes Johann | Hans Hannes Hansi Johan Jan John Juan Ioannis Johnny Jonny Janek Jannes Иоганн
Johannes Johann Yohannes Johanness
John Jon Dschon
Jan Yan Jahn Ян Jann
Johanna | Hanna Hannah Hanne Joanna Joana Jo
Joanna Joana Joannah
Alexander Aleksandr Alexandr Aleksander Alexandre Alessandro Alejandro Oleksandr Александр Alexandros Aliaksandr Iskander Iskender | Alex Sascha Sasha Sandro Xander Саша Alec Aleks Olek Schura Shura
Sascha Sasha Саша Sacha Sascia
Alexandra Aleksandra Alessandra Alejandra Oleksandra Александра Alexandrina | Sandra Sascha Sasha Ola Alex Sandy Саша
Alex Aleks Alecks
Andreas Andrew Andrei Andrej Andrey Andrzej Андрей Andrii Andriy Andrés Andres Anders Андрій | Andre André Andi Andy Drew Andrija
Andre André Andree Andrée Andreh
Peter Piotr Pjotr Pyotr Пётр Петр Petro Petros Petar Pieter Pierre Pedro Pietro Boutros Butrus | Pete Piet Peer Petr
Georg George Jerzy Georgios Giorgio Georgi Georgij Gheorghe Georgy Georges Георгий Jorge | Jörg Jürgen Juri Yuri Yury Yuriy Jurij Juriy Jurek Юрий Schorsch
Jürgen Jurgen Juergen Yurgen Yuergen Jörgen Jürgens
Gregor Gregory Grzegorz Grigori Grigorij Grigory Grigoriy Григорий Gregorio Krikor Hryhorij Gregoire Gschegosch Gzegoz | Greg Grzesiek Gregg
Friedrich Frederick Frederic Frederik Fryderyk Friederich Fredrik Federico Fridrich | Fritz Fred Freddy Freddie
Fred Fredd Frett
Wilhelm William Guillaume Guillermo Wilhelmus Vilhelm | Willi Willy Will Bill Billy Wim Liam
Willi Willy Willie Wili
Heinrich Henry Henrik Henryk Hendrik Henri Enrico Enrique Hinrich Genrich Генрих | Heinz Heiner Harry Hank Heino
Heinz Heintz Hainz Heins
Henrik Henryk Hendrik Henrick
Henry Henri Henrie
Karl Carl Charles Karol Carlos Carlo Karel Карл Karlo | Charly Charlie Chuck Kalle
Karoline Caroline Carolin Karolin Karolina Carolina Carolyn Karolyne Каролина Carola | Caro Karo Carol
Katharina Katarina Catharina Catherine Katherine Katarzyna Jekaterina Yekaterina Ekaterina Katerina Caterina Catalina Екатерина Kathryn Cathryn Kateryna | Katrin Kathrin Katja Katya Katia Kathi Käthe Kati Kate Katie Kathy Cathy Kasia Катя Kathleen Kitty Catrin Cathrin Katinka Ekatarina
Katja Katya Katia Катя Katija Catia
Kate Käit Keyt Cate
Katie Katy Keity Kathy Cathy Kathie
Kati Kathi Cati Kathy
Elisabeth Elizabeth Elżbieta Elsbeth Jelisaweta Yelizaveta Elizaveta Елизавета Elisabetta Elisabet Elisaweta | Lisbeth Lisa Liesel Elise Elsa Ilse Betty Beth Liz Lizzy Eliza Bettina Ela Liza Else Lisbet Betsy Sissi Lisel Lieschen
Lisbeth Lisbet Liesbeth
Ilse Ilze
Ludwig Louis Luis Ludwik Luigi Lajos Ludvig Lui | Lou Wiggerl
Louis Luis Lewis Lui Louie
Franz Francis Franciszek Francesco Francisco Frantz Ferenc François Francois Frantisek | Franek
Franziska Frances Franciszka Francesca Francisca | Franzi Fanny Ziska
Josef Joseph Józef Jozef Giuseppe Jose José Iosif Иосиф Jozsef Josip Jossif Yosef Осип Osip | Joe Sepp Jupp Jo Joey Seppi Josel
Jakob Jacob Jakub Yakov Jakow Yakup Yaqub Yakub Jakov Яков Jacques Yacoub Jakup Jaakob Jakop James | Jack Kuba Jago Köbi
Jacek Jatzek Jazek Yatsek Jatsek
Antonius Anton Antoni Antonio Anthony Antoine Anthonius Антон Anthon Antonin Antony | Toni Tony Tonio Ante Antek
Antonia Antonina Antonie Antoinette | Toni Tonia
Thomas Tomas Tomasz Tommaso Tomás Thomaz Tomaz Фома Tomasch | Tom Tommy Tomek
Theodor Theodore Teodor Fjodor Fyodor Fedor Федор Fëdor Feodor Fjedor Fedir Fiodor | Theo Ted Teo Fedya
Matthias Mathias Mattias Matias Maciej | Mats Matz Matze Maciek Matthis Mathis Matis Matys Matti
Matthis Mathis Matis Mattis Mathys
Maximilian Maksymilian Maximillian Maximilien Massimiliano | Max Maks Maxi
Max Maks Maxx Macks
Maxim Maksim Maksym Максим Maxime Macsim | Max Maks
Martin Marcin Martyn Martijn Martinus Márton Мартин Maarten | Marten Merten
Markus Marcus Marcos Markos | Mark Marc Marco Marko Marek
Mark Marc Марк Marek
Marco Marko
Nikolaus Nicolas Nicholas Nikolas Nicolaus Nikolai Nikolaj Nikolay Mikołaj Mikolaj Miklos Николай Nikolaos Nicolai Mykola Nickolas | Klaus Claus Niklas Nick Nico Niko Niclas Nicola Kolja Kolya Niels Nils Klas
Nicolas Nikolas Niklas Niclas Nicholas
Nico Niko Nicko Nikko
Gerhard Gerard Gerardo Gerhart Gerhardt Gerardus | Gerd Gert Gero Gerrit Hardy
Gerd Gert Gerdt Geert
Bernhard Bernard Bernardo Bernhardt Bernat | Bernd Bernt Berndt Benno Bernie
Bernd Bernt Berndt
Eduard Edward Edvard Eduardo Édouard Edouard Эдуард | Eddy Eddie Ed Ted Edek Edi Ned
Eddy Eddie Eddi Edi
Richard Ryszard Ricardo Riccardo Richart Rikard | Rick Ricky Dick Rich Rysiek Richie Rico
Robert Roberto Роберт Rupert Ruprecht | Rob Bob Bobby Robby Robbie Bert Robi
Rudolf Rodolfo Rudolph Rudolphe | Rolf Rudi Rudy Ralf
Daniel Daniil Danil Daniele Даниил Danijel Daniyal Danyal Danyel Danijil Danylo Danilo | Danny Dan Dani
Dimitri Dmitri Dmitry Dmitrij Dmitriy Dimitrij Dimitrios Dimitry Dymitr Дмитрий Dmytro Demetrius Dimitar Dimitris | Dima Mitja Mitya
Eugen Eugene Eugeniusz Jewgeni Jewgenij Yevgeny Evgeny Evgeni Evgenij Evgeniy Yevgeni Yevgeniy Евгений Evgenii Eugenio Yevhen Jewhen Eugène Ewgenij Ewgeni | Gene Zhenya Schenja
Filip Philip Philipp Phillip Philippe Felipe Filippo Филипп Filipp Phillipp | Phil Fil
Gabriela Gabriele Gabriella Gabrielle Габриэла | Gabi Gaby Gabby
Gabi Gaby Gabby Gabbi
Helena Helene Helen Elena Jelena Yelena Hélène Елена Olena Alena Ellen | Lena Leni Elaine Alyona Лена Ellena Elenka Helenka Lenka
Elena Jelena Yelena Елена Olena Ellena Ielena
Lena Leena Lenah Лена
Irene Irina Irena Iryna Ирина Irène Eirene | Ira Irinka Arina
Jannik Yannick Yannik Janik Yannic Jannick Janick Yanik
Jannis Yannis Janis Giannis Iannis Yanis
Julia Yulia Julija Yuliya Iulia Giulia Юлия Juliya Iuliia Yuliia Julja | Julie
Julia Yulia Julija Yuliya Iulia Giulia Юлия Julja
Laurenz Lorenz Laurence Lawrence Lorenzo Laurent Wawrzyniec Laurentius Лаврентий Lorentz Laurens | Lars Larry
Leonard Leonhard Leonardo Leonhardt Lennart Leonardt | Leo Lenny Len
Lukas Lucas Luke Łukasz Lukács Luca Luka Lukash Lucasz | Luc Luk
Luca Luka Lucca
Luzia Lucia Łucja Lucija Lucie | Lucy Lucille
Lucy Lucie Luci Lusi
Magdalena Magdalene Magdalina Магдалина Magdalen Maddalena Madeleine Madalena | Magda Lena Leni Madlen
Margarete Margareta Margarethe Margaretha Margarita Margaret Małgorzata Malgorzata Marguerite Маргарита Margherita Margret Margrit | Grete Greta Gretel Gosia Margit Margot Rita Maggie Peggy Meg Gitta Malgosia Marketa Margriet Daisy
Greta Grete Gretha Grethe
Margit Margitt Margith
Margret Margrit Margreth Margritt
Maria Mariya Marija Marja Мария Mariia Marya Maryja | Marie Mary Mascha Masha Maryam Mariam Meryem Marysia Mitzi Mia
Marie Mary Mari Marri
Miriam Mirjam Myriam Miryam Mirijam | Maryam Mariam Meryem Meriem
Maryam Mariam Meryem Meriem Mariyam Meriam Мариям Merjem Mariem
Marlene Marleen Marlen Marlena Marlehne
Natalie Nathalie Natalia Natalja Natalya Nataliya Natalija Наталья Natali Nataly Natallia Nataliia | Natascha Natasha Наташа Natalka
Natascha Natasha Наташа Natasza Nataša
Nadja Nadia Nadya Nadeschda Nadezhda Nadjeschda Надежда Надя Nadiya Nadiia | Nadine
Sebastian Sebastien Sébastien Sebastiano Sebastyan Себастьян | Bastian Basti Seb
Bastian Bastien Bastijan
Sofia Sophia Sofie Sophie Zofia Sofiya Sofja Sofya София Sofija Sofi Sophy | Zosia Sonja
Susanne Susanna Susan Zuzanna Susann Suzanne Susana Сусанна Suzanna Zuzana Suzan | Susi Suse Sue Sanna Zuza Sanne Suzie Susie Suzy
Susi Susie Suzie Suzy Susy
Tatjana Tatiana Tatyana Татьяна Tatiyana Tetiana Tetyana | Tanja Tanya Tania
Theresa Teresa Therese Theresia Terezia Teresia Thérèse Тереза Tereza | Resi Terry Resa Tess
Tobias Tobiasz Tobiáš Tobijas | Tobi Toby
Ulrich Oldrich Ullrich Ulric | Ulli Uli Udo
Ulrike Ulrika Ullrike Ullrika | Ulli Uli Rike
Ursula Urszula Orsolya Ursule Урсула | Uschi Ula Ursel Ulla
Viktoria Victoria Wiktoria Viktorija Viktoriya Wiktorija Виктория Wiktoriya Viktoriia | Vicky Vika Vicki Viki
Wladimir Vladimir Włodzimierz Wlodzimierz Volodymyr Владимир Vladimír Wolodymyr Uladzimir | Wowa Vova Vlad Waldemar Wolodja
Wolfgang Volfgang Wolfgank | Wolf Wolli Wolfi
Anna Anne Анна Ana Änne | Ann Anja Anya Ania Anni Annie Anka Annette Anita Аня Annika Aneta Antje Anke Anny Anneke Nan
Ann Anne An Änn
Anni Annie Anny Any
Angelika Angelica Angélique Angelique Anzhelika Anschelika Анжелика Angelica | Angela Angie Geli
Birgit Birgitt Birgitta Brigit | Gitte Biggi
Brigitte Brigitta Bridget Brygida Brigida Brigitt | Gitta Gitte Britta
Cäcilia Cecilia Cecilie Cécile Zäzilia Cäcilie Cecylia Cecile | Celia Sheila Cilli
Cornelia Kornelia Korneliya | Conny Nelly Corny Nele Connie
Christina Kristina Christine Kristin Christin Cristina Krystyna Кристина Kristine Christiane Khristina | Tina Chris Kirsten Christel
Christin Kristin Kristinn Christinn Kristen
Dieter Diether Dieder Deter
Dietrich Ditrich Diedrich Dittrich Diederich | Dieter Dietz Dirk
Dirk Dierk Dirck Dierck
Ernst Ernest Ernesto | Erni Ernie
Gertrud Gertrude Gertraud Gertraude Gertrut | Trude Traudel Trudi Traudl
Hildegard Hildegart Hiltegard | Hilde Hilda
Hilde Hilda Hilte
Ingeborg Ingeburg Ingeborch | Inge Inga
Inge Inga Inke
Ingrid Ingrit Ingridt |
Joachim Joakim Joaquim Joaquin Иоаким Jochim Jokim Yoachim | Jochen Achim Jochem Jo
Judith Judyta Judit Yudit Юдифь | Jutta Judy
Jutta Yutta Jutte Juta
Kerstin Kjerstin Kerstien Cerstin Kerstyn | Kirsten
Kirsten Kirstin Kirstine Kirsty Kirstie Kiersten
Karin Carin Karinn Caryn Karyn Kaarin
Karen Caren Karenn
Karina Carina Карина Carinna Karinna
Konrad Conrad Corrado Konrat | Kurt Kuno Konni
Konstantin Constantin Konstantyn Constantine Константин Konstantinos Costantino Kostiantyn | Kostja Kostya Kosta Costa Kostas
Rosemarie Rosmarie Rosemary Rosamarie | Romy Rosi Rosa
Timotheus Timothy Тимофей Timofei Timofej Timofey Timothée | Tim Timo Timmy
Tim Timm Tym
Timo Thimo Timmo
Siegfried Sigfried Sigfrid Zygfryd Siegfrid | Siggi Sigi
Stanisław Stanislaw Stanislav Stanislaus Станислав | Stani Staszek Stas
Arnold Arnolt Arnoldt | Arno
Arndt Arnd Arnt Arndtt
Benedikt Benedict Benedykt Benoit Benedek Benito | Ben Benno
Benjamin Benjamen Beniamin Binyamin Bünyamin Benjaminn Wenjamin Veniamin | Ben Benni Benny
Eva Ewa Eve Ева Eeva Yeva Jewa | Evi Evita
Elias Elija Elijah Eliasz Ilias Ilyas Ilja Ilya Илья Elia İlyas Illia Ilia
Emily Emilie Emilia Émilie Эмилия Emelie Emilija Emely Emili | Emmi Milli
Emily Emilie Emely Emelie Emili Émilie
Samuel Samuil Samuele Самуил Schmuel Szmuel | Sam Sammy
Samantha Samanta Samanthe | Sam
Michaela Mihaela Mikaela Michaele Mikela
Barbara Barbra Varvara Warwara Варвара Barbora Borbala | Basia Babsi Bärbel Barb Babette
Dorota Dorothea Dorothee Dorothy Dorotea Dorothée | Dora Thea Dot Dolly
Dorothea Dorothee Dorothée Dorothe
Jennifer Jennyfer Jenifer Dschennifer | Jenny Jen Jenni Jennie
Jenny Jenni Jennie Dschenni Jeni
Michael Michel Michal Michał Mikhail Michail Mihail Mihai Mikael Михаил Mikail Mihael Majkel Maikel Mychajlo | Mike Mick Micha Misha Mischa Миша Maik Meik Mickey Michi
Maik Mike Meik Mayk
Adalbert Wojciech Adelbert
Wojciech Wojtek Woitek Voytek Woitech Voytech Wojtech Vojtech Vojtek Woitsech Wojciek Voitech Voychek Woitschech
Andrea Andreah
Schulze Schultze Schulce
Schröter Schroeter Schroter Schrödter
Wulf Wulff Wulph
Vanessa Wanessa Vannessa
Ivana Iwana
Hans Hansi Hänschen
Ivan Iwan Vanya Wanja Vanja Vania Иван
Jonathan Jonatan Johnathan Jonathon Jon
Jana Jahna Яна
Hannah Hanna
Christoph Christopher Krzysztof Chris Christof Kristof Kristoffer Christoffer Christophe Cristoforo Krzysiek Kris Khristofor
Christian Kristian Cristian Krystian Christiaan
Carsten Karsten Kersten
Christa Krista
Stefan Stephan Steffen Stephen Steven Steve Szczepan Stefano Stephane Etienne Stevan Stepan Stjepan Степан Steffan Stefen
Stefanie Stephanie Steffi Stefania Stephany Stefani Stephania
Michelle Mischelle Mishell
Alexej Aleksej Alexei Alexey Aleksei Aleksey Alexeij Aljoscha Alyosha Алексей Oleksij Alexis
Paul Pavel Pawel Paweł Paolo Pablo Pavlo Павел Paulus Bulus Pauli
Paula Pola
Pauline Paulina Polina Paulin Полина
Jörg Joerg Jorg Jork Jörk
Jurij Juri Yuri Yury Yuriy Iouri Юрий Yurii
Friederike Frederike Rike Fryderyka Frederica
Wilhelmine Wilma Mina Minna Wilhelmina
Heike Haike Heyke
Heiko Haiko Hayko Heyko
Karla Carla
Kathrin Katrin Catrin Cathrin Katherin Katrien
Lisa Liza Lissa Лиза
Isabel Isabelle Isabell Isabella Izabela Izabella Isabela Bella Ysabel Изабелла
Lutz Luz Luts
Luisa Louisa Luise Louise Ludwika Lulu
Frank Franck Franc
Josefine Josephine Josefa Józefa Josefina Josepha Josie Fine
Jakobine Jacobina
Martina Martyna
Manuel Emanuel Emmanuel Emanuele Imanuel
Manuela Emanuela Emmanuela
Klaus Claus Klaas Claas Klas
Nils Niels Nels
Nicole Nikole Nikol Nicol Nickole Николь
Bernadette Bernadett Bernadetta
Erik Eric Erich Eryk Erick Erico Eerik Эрик
Erika Erica Eryka
Roman Romain Romano Роман
Ralf Ralph Raoul Ralff
Roland Rolando
Rolf Rolph Rolff
Simon Szymon Simeon Semjon Semyon Semen Symeon Семён Schimon Shimon Siemon Simeone Sime Schymon
Simone Simona
Daniela Daniella Danielle
David Dawid Davide Dave Davut Dawud Daoud Davud Davit Давид Dawit Daud Dafid
Eugenia Jewgenia Jewgenija Evgenia Evgeniya Yevgenia Yevgeniya Eugenie Евгения Zhenya Evgenija Eugénie Ewgenia
Felix Feliks Féliks Феликс
Florian Floris Flori Florin
Gabriel Gabrijel Jibril Dschibril Cebrail Gavriil Djibril Jibreel Gabe
Günter Günther Gunter Gunther Guenter Guenther Gunder
Gustav Gustaf Gustaw Gustave Gustavo
Alena Aliona Alyona Aljona Алёна
Ilona Ilonka Jolana
Jens Jense Jenns
Jessica Jessika Jess Jessi Jessie Jesica Dschessika
Juliane Julianne Juliana Julianna Liane Giuliana
Julian Julien Juliusz Julius Giuliano Julyan Юлиан
Jule Julie Juli Yule
Laura Lora Laure Лаура
Lars Larss
Leonid Leonit Леонид Ljonja
Leo Leon Lew Lev Léon Лев Ljow
Leonie Léonie Leoni Leony
Marianne Marianna Mariana Mariane Maryanne Marjana Марианна Marie-Anne Maryann
Marina Maryna Марина
Monika Monica Monique Mónica Moni Моника
Oliver Olivier Olli Ollie Oliwer Oliviero Oliwier
Olivia Oliwia Olivija
Olga Olya Olja Olha Ольга
Oskar Oscar
Otto Oto Otho
Oleg Olech Oleh Олег
Patrick Patrik Patryk Pat Paddy Patric Padraig
Patricia Patrizia Patrycja Pat Patty Patrice Trisha Patricja
Raphael Rafael Rafał Rafal Raffael Rafaele Raffaele Rafaël Рафаэль Raphaël Rafi
Rainer Reiner Rayner Rainier Reyner
Reinhard Reinhardt Reinhart Rainhard
Rebecca Rebekka Rebeka Becky Ревекка Rebeca Rebekah
Regina Regine Gina
Renate Renata Рената Rena
Ruth Rut
Sabine Sabina Sabrine Bine
Sabrina Szabrina Sabryna Sebrina
Sara Sarah Zarah Сара Sally Sahra
Silvia Sylvia Sylwia Silvie Sylvie Сильвия Sylvija Silwia
Silke Sylke Silcke
Sonja Sonia Sonya Соня Sonje
Sven Swen Svend
Swetlana Svetlana Sveta Светлана Svitlana Lana Swjeta Sweta
Uwe Uve Uwo
Valentin Walenty Valentyn Walentin Valentino Валентин Valentine
Valentina Walentina Walentyna Valentyna Валентина Valya
Valerie Valeria Walerija Valeriya Valerija Waleria Валерия Lera Walerie Valery
Veronika Veronica Weronika Véronique Vroni Вероника Veronique
Viktor Victor Wiktor Vittorio Виктор Vic Vik Wicktor
Vincent Vinzent Vinzenz Wincenty Vincenz Vincente Vicente Vincenzo Vince Vincens Winzent
Waldemar Woldemar Vladimir Wladimir Valdemar Voldemar Владимир
Walter Walther Gualtiero Valter Walt Wally Walder
Wenzel Wacław Waclaw Václav Vaclav Watzlaw Wenceslaus Vazlav Waclav
Wjatscheslaw Wjatscheslav Vyacheslav Viacheslav Vjačeslav Slava Slawa Вячеслав Wiatscheslaw Vjacheslav Wjaczeslaw
Zbigniew Zbyszek Sbigniew Zbigniev Sbignjew Zbignev
Bolesław Boleslaw Boleslav Bolek
Mieczysław Mieczyslaw Mietek Mietschislaw
Jarosław Jaroslaw Jaroslav Yaroslav Jarek Ярослав
Mirosław Miroslaw Miroslav Mirek
Radosław Radoslaw Radoslav Radek
Sławomir Slawomir Slavomir Slawek
Przemysław Przemyslaw Przemek Pschemek Pschemislaw Premysl
Tadeusz Thaddäus Tadek Thaddeus Tadeus
Bogdan Bohdan Bogdahn
Bogusław Boguslaw Boguslav Bogus
Zdzisław Zdzislaw Zdzislav Sdzislaw Sdislaw
Kazimierz Kasimir Casimir Kazimir Kazik
Dariusz Darius Darek Darjusch Dariush
Ireneusz Irenäus Irek
Agnieszka Agnes Aga Agnese Agnieschka Ines Inés Agneschka Agnesa Agness
Agata Agathe Agatha
Beata Beate
Beatrice Beatrix Beatrize Beatriz Bea Béatrice Beatrycze
Bożena Bozena Boschena Božena Boshena
Danuta Danusia Danute
Ewa Eva Eve Evi Ева Eeva Yeva Jewa Evita
Genowefa Genoveva Genevieve Geneviève
Grażyna Grazyna Graschina Grazina Graszyna
Halina Galina Halyna Галина Galyna Galja
Jadwiga Hedwig Hedi Hedy Jadviga Yadviga Hedda
Jolanta Jola Jolanthe Yolanda Jolante Iolanta
Justyna Justina Justine Yustina
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
Anastasia Anastasija Nastja Nastya Stasia Anastasiya Анастасия Anastazja Anastassia Anastassija Anastasiia
Astrid Astrit Estrid
Bianca Bianka Blanca
Britta Brita Britte
Claudia Klaudia Claudie Klaudija Клавдия
Corinna Korinna Corina Corinne Korina
Dagmar Dagmara Dagny
Denise Dennise
Dennis Denis Denys Dionysios Денис Denniss
Diana Diane Dyana Dijana Диана
Dietmar Ditmar Dittmar Thietmar
Detlef Detlev Detleff Dethlef
Dominik Dominic Dominique Domenico Доминик Dominick
Edith Edyta Edit Edyth Edita
Elke Elcke Ellke
Emil Emile Émile Emilio Эмиль Emill
Emma Ema Imma
Esther Ester Hester Estera Эсфирь
Fabian Fabien Fabjan
Ferdinand Fernando Ferdi Nando Fernand Ferdynand
Gerlinde Gerlind Linde
Gisela Gisele Gizela Giselle Gila Gisella
Gudrun Gudrune Guthrun
Gottfried Godfrey Goffredo Gotfryd Götz Gottfrid
Geoffrey Jeffrey Jeff Geoff Jeffery Jefferey
Hartmut Hardmut Hartmuth
Helmut Hellmut Helmuth Hellmuth
Herbert Heribert Bert Herb Herbie Harbert
Hermann Herman Germann Ermanno Герман German Hermanus
Holger Holgar Olger
Horst Horscht
Hubert Hubertus Hugbert Bert Huppert
Hugo Hugh Ugo Hugues Hugho
Ines Inez Inés Agnes Inis
Ingo Ingomar Inko
Jochen Jochem Jochum
Kurt Curt Kord Kurd Curd
Larissa Larisa Laryssa Лариса Lara Larisse
Linda Lynda
Lothar Lotar Luther Lotario
Ludmila Ljudmila Lyudmila Liudmila Людмила Ludmilla Luda Ljuda Lyuda Lioudmila
Ljubow Lyubov Liubov Lubov Любовь Ljuba Lyuba
Manfred Manni Manfried Manfredo Freddy
Marcel Marzel Marcell Marcello Marceli Марсель Marcelo
Marion Marijon Mariyon
Meike Maike Mayke Meyke Maaike Meicke
Mareike Marijke Mareyke Marieke Mareijke
Melanie Melania Melani Mélanie Melaniya Melly
Melissa Melisa Mellissa Melisse
Mirko Mirco Mircko
Nadine Nadin Nadina
Norbert Norbi Norberto Norberd
Olaf Olav Olof Ole Oluf
Pascal Paskal Pascale Pasquale Paszkal
Ramona Romona
Rita Ritta
Rosa Rose Rosi Róża Roza Роза Rosie
Roswitha Roswita Rosvita
Rüdiger Ruediger Rutger Roger Rudiger Rüdeger
Roger Rodger Rutger Rudger
Saskia Sasckia Zaskia
Sigrid Siegrid Sigrit Siegrit
Sigmund Siegmund Zygmunt Zigmund Siggi
Stefania Stefanie Stephanie
Steffen Stefen Steffan Stephan
Thorsten Torsten Thorstein Torstein Dorsten
Thilo Tilo Thielo Tielo Tillo
Till Til Tilman Tilmann Thill
Torben Thorben Torbjörn Thorbjörn
Tanja Tanya Tania Tatjana
Udo Uto
Ute Oda Utte
Volker Folker Volkher Volcker Folcker
Wendelin Wendel
Werner Wernher Verner Wärner
Yvonne Ivonne Iwona Ivona Yvon Iwonne Iwonna Ivon
Yvette Ivette Iveta Iwetta
Zoe Zoé Zoë Zoey Зоя Zoya Soja Zoja Soe
Xaver Xavier Javier Ksawery Saverio Xaverius
Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Muhamed Muhamad Mehmet Mehmed Mohamet Mahomet Muhammet Mohammet Магомед Magomed Mo Mohd Memet Muhamet
Ahmed Ahmad Ahmet Achmed Achmet Ахмед Akhmed Amet Ahmat
Mahmoud Mahmud Mahmut Machmud Mahmood Mahmod Махмуд
Mustafa Mustapha Moustafa Mostafa Moustapha Musti Mustafah Мустафа
Hassan Hasan Hasaan Chassan Гасан Hassane
Hussein Hussain Hüseyin Husein Hossein Husain Hossain Houssein Husseyn Huseyin Hüsein Hussayn Husayn Гусейн Hueseyin Hüssein
Ali Aly Alee Али
Omar Omer Umar Oumar Ömer Умар Oemer
Othman Osman Uthman Ousmane Osmane Осман
Osama Usama Oussama Usame Ussama
Khaled Khalid Halit Chalid Halid Chaled Xalid Kaled Haled Халид Khalit
Khalil Halil Chalil Xalil Kalil Халил
Ibrahim Ebrahim Ibraheem Brahim İbrahim Ибрагим Ibro
Ismail Ismael Ismaïl İsmail Ismaeel Исмаил Esmail Ismayil
Yusuf Youssef Yousef Yussuf Yousuf Jussuf Joussef Юсуф Youcef Jusuf Yusef Jusef Yousif Yussef
Yunus Younes Younis Yunis Younus Junus
Yasin Yassin Yassine Jassin Yaseen Jasin
Yasmin Jasmin Yasemin Jasmine Yasmina Yasmine Jasmina Yassmin Jasemin Jessamine
Abdullah Abdallah Abdulla Abdalla Abdoullah Абдулла Abdulah
Abdul Abdel Abd Abdoul
Abdelrahman Abdulrahman Abdurrahman Abdul-Rahman Abderrahman Abdelrahmane Abdirahman Abdourahman Abderahman Abdarrahman
Abdelkader Abdulkadir Abdulqadir Abdelkadir Abdülkadir Abdulkader
Abdelaziz Abdulaziz Abdülaziz
Abdelkarim Abdulkarim Abdülkerim Abdulkerim
Karim Kerim Kareem Kerem Керим
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
Amin Emin Ameen Amine
Amina Emine Aminah Ameena
Aisha Ayşe Aischa Ayse Aicha Aysha Aïcha Aiesha Аиша Ayesha Eische Aische Aishe Aysche
Fatima Fatma Fatema Fathma Fatimah Fatoumata Fadime Фатима Fatme
Khadija Hatice Chadidscha Hadidscha Khadidja Khadijah Hadija Chadija Kadidja Hatidsche Hatitsche Hatidje
Zainab Zeynep Zeinab Zaynab Zaineb Zeyneb Seinab Sejnab Seynep Zainap Zineb
Leila Layla Leyla Laila Lejla Лейла Leilah Laylah
Nour Nur Noor Nuur
Noura Nura Noora
Samir Sameer Semir Samır
Samira Semira Sameera
Salim Selim Saleem Saalim
Salma Selma Salmah
Said Saeed Sait Sayed Saïd Saiid Саид Seyit Seid
Salih Saleh Saalih
Salah Selah
Saladin Salahuddin Salaheddin Selahattin Salah-eddin Salahaddin Salahudin
Nuruddin Nureddin Nurettin Noureddine Nouradin Nuredin
Tariq Tarek Tarik Tareq Tarıq Тарик Tarick
Walid Waleed Velit Oualid Walied
Rashid Rachid Raşit Rasheed Raschid Rasit Raschit Reşit
Rami Ramy Raami
Ramazan Ramadan Ramadhan
Suleiman Süleyman Soliman Suleyman Sulaiman Sulayman Sulejman Süleiman Сулейман Suliman Souleymane
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
Zakaria Zakariya Zekeriya Zacharias Zakarya Secharia Zachary Zacharia Zakariah Sekerija
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
James Jim Jimmy Jamie Jaime Dschäims
William Bill Liam
Edward Ned
Margaret Daisy
Dorothy Dot Dolly
Deborah Debra Debora Debbie Debby
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
Claire Clare Clair Klara Clara Chiara Klaire Клара
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
Harun Haroun Haron Aaron
Frances Francis
Gail Gayle Gale
Gareth Garreth
Gillian Jillian Jill Gill
Glen Glenn
Graham Graeme Grahame
Hayley Hailey Haley Hailee Haylee
Ian Iain Ean
Eoin Owen Eoghan Euan Ewan Ewen
Jaclyn Jacqueline Jacky Jackie Jacquelin Jaqueline Jackelin Schakeline Zaklin Jacklyn Żaklina
Jane Jayne
Janet Jannet Janett Dschanet
Janine Jeannine Janin Schanin Jeanine Janina Jannine
Jean Jeanne
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
Kristen Kirsten Kristin
Leah Lea Lia
Lee Leigh Li
Leslie Lesley
Lilian Lillian Lily Lilly Liliana Lili Lilli Liljana
Lindsay Lindsey Linsey Linzi
Lorraine Loraine Lorain
Louise Luise
Lynn Lynne Lyn Linn Lin
Madison Maddison Madisson
Malcolm Malcom
Megan Meghan Meagan Meaghan
Melinda Malinda
Nathan Nathaniel Natan Nate Nathanael Натан
Neil Neal Niall Niel
Nigel Naidschel Nigell
Niamh Neve Niav Nieve
Pamela Pam Pamella
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
Adam Adem Âdem Адам
Albert Albrecht Alberto Al Bert Альберт
Alfred Alfredo Fred Alf Alfried
Alice Alicja Alicia Alisha Алиса Alisa Alize Alitzia
Alina Alyna Алина
Alois Aloisius Aloys Luis Louis Aloysius Alojzy
Amelie Amélie Amalia Amelia Amalie Amely Амалия
Anton Antoine
Apollonia Polonia
Arkadius Arkadiusz Arek Arkadi Arkadij Arkadiy Arkady Аркадий
Arthur Artur Arturo Артур Artus
Artem Artjom Artyom Artemij Артём Artiom Artjem
August Gustl Augustin Augustyn Augustinus Augusto Agustin Austin
Axel Aksel Achsel
Balthasar Baltasar Balthazar Balzer
Björn Bjoern Bjorn Beorn
Boris Borys Borris Борис Barys
Burkhard Burghard Burkhardt Burkhart Burchard Burckhardt Bourchard
Eberhard Everhard Eberhardt Eberhart
Eckhard Eckart Eckhart Eckehard Ekkehard Eckhardt Eckehart Eckardt
Egon Ego Egone
Elfriede Elfride Elfie Alfreda
Ellen Elena Helen
Elvira Elwira Эльвира
Engelbert Engelberd
Erwin Ervin Irwin Irvin Эрвин
Evelyn Eveline Evelin Evelina Ewelina Эвелина Evelyne Eveleen Aveline
Finn Fynn Fin Fionn
Gundula Gundel
Harald Harold Harry Haraldo Гарольд
Ignaz Ignacy Ignatius Ignacio Ignat Nacho Игнат Ignatz
Igor Ihor Игорь Ingvar
Isaak Isaac Izaak İshak Ishaq Icek Исаак
Inessa Инесса
Kai Kay Kaj Cai Kei
Kilian Killian Cillian Kylian
Klemens Clemens Clement Clemente Kliment Klement
Kunibert Kunibertt
Kyrill Kirill Cyril Kiril Kyrillos Кирилл Cyryl Kyrylo Cyrill
Kira Kyra Cyra Кира
Ksenia Xenia Xenija Ksenija Kseniya Oksana Ксения Oxana Ksenya Kseniia Xeniya Senia
Oksana Oxana Oksanna Оксана Aksana Xenia
Marat Марат
Nina Нина
Pauline Paulina
Pelagia Pelageja
Raissa Raisa Раиса
Ruslan Руслан Rouslan Ruslann
Rustam Rustem Рустам
Sergej Sergei Sergey Serge Sergio Serhij Sergius Serjoscha Сергей Serhii Sergeij Sergij Siarhei
Tamara Tamar Тамара Tamare
Timur Taymur Тимур Teymur Timour
Ulyana Uljana Juliana Ульяна Uliana
Vadim Wadim Вадим Vadym
Valerij Waleri Valery Valeriy Waleriy Valerian Валерий Valeri Walerij Walery
Varvara Warwara
Vasilij Wassili Vasily Vasili Wasilij Vasil Василий Wassilij Bazyli Basil Basilius Vasyl Wasyl Vassili Wassily Vasiliy Vassily Vasilios
Vera Wera Wiera Вера Veera
Vitalij Witali Vitaly Vitali Witalij Vitaliy Виталий Vitalii Witalii Vitalik Wital
Vladislav Wladislaw Władysław Wladyslaw Vlad Владислав Ladislaus Wladislav Vladyslav
Wsewolod Vsevolod Всеволод
Zinaida Sinaida Зинаида
Rostislav Rostislaw Ростислав
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
Krämer Kraemer Cremer Kremer Kramer Creamer Krehmer
Vogt Voigt Vogd Fogt Voight Vogdt Voit
Otto Oto
Sommer Somer
Stein Steyn Stain Schtein
Groß Gross Grohs Gros Grosz
Haas Haase Has Haaß Haass Hahs
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
Schubert Shubert Schuberth Schubart
Schulz Schultz Szulc Shultz Schults Schulcz Schuls
Scholz Scholtz Scholze Szolc Scholcz
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
Nowak Novak Nowack Novack Noack Nowakk Новак
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
Arslan Aslan Arslahn Arslann
Doğan Dogan Dohan Doan Doğann Dowan Doahn
Kılıç Kilic Kilitsch Kilich Kilidsch Kelich Klitsch
Aslan Arslan
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
Moore More Moor Muir Moar
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
McLean Maclean McClean McLane
McIntyre Macintyre McIntire
O'Brien Obrien O'Bryan Obryan Obrian
O'Connor Oconnor O'Conner Okonnor
O'Neill Oneill O'Neil Oneil O'Neal
Matthews Mathews Mathhews
Morris Maurice Moriss
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
Khan Kahn
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
`;
