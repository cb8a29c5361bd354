import type { NamePairs } from "./name-pairs.fixture.ts";

/** First and last names as they were written down, against the name as it is; first names in several forms among them. */
export const WHOLE_NAMES: NamePairs = {
  same: {
    German: `
      Jürgen_Klopp: Jörgen_Klop Yurgen_Clop; Angela_Merkel: Angela_Mergel Angela_Merckel; Günther_Jauch: Gunter_Yauch; Thomas_Gottschalk: Tomas_Gotschalk Tommy_Gottschalk;
      Heidi_Klum: Heidi_Klumm Hydie_Kloom; Steffi_Graf: Stefanie_Graff; Boris_Becker: Boris_Bäcker; Manuel_Neuer: Manuel_Noier Emanuel_Neuer; Bastian_Schweinsteiger: Sebastian_Schweinsteiger Bastian_Schwainstaiger;
      Philipp_Lahm: Filip_Laam; Jan_Böhmermann: Jan_Bömermann; Barbara_Schöneberger: Barbara_Schönberger Babsi_Schöneberger; Hape_Kerkeling: Hape_Kerkelink; Sigmund_Jähn: Siegmund_Jehn;
      Christiane_Hörbiger: Christiane_Hörbicher; Gerhard_Schröder: Gerd_Schröter Gerhart_Schröder; Friedrich_Merz: Fritz_Merz Friedrich_Mertz; Ursula_Andersen: Ursula_Anderson; Katharina_Thalbach: Kathi_Talbach; Ludwig_Erhard: Ludwig_Ehrhardt;
      Johannes_Rau: Hannes_Rauh`,
    English: `
      Paul_McCartney: Pol_Mäckartni Paul_MacCartney; John_Lennon: Dschon_Lennen Jack_Lennon; Winston_Churchill: Winsten_Tschörtschil; Margaret_Thatcher: Maggie_Tätscher Peggy_Thatcher; Harry_Potter: Härri_Potter;
      Emma_Thompson: Emma_Tompsen; Hugh_Grant: Juh_Gränt; Judi_Dench: Dschudi_Dentsch; Keira_Knightley: Kira_Naitli; David_Beckham: Deivid_Beckem; Rowan_Atkinson: Roen_Ätkinsen; Helen_Mirren: Hellen_Mirrin;
      Kate_Winslet: Käit_Winslett; Bill_Clinton: William_Klinten; George_Harrison: Dschordsch_Härrisen; Edward_Shaw: Ted_Schoh; Theodore_Low: Ted_Lowe; Ellen_Cooper: Nell_Kuhper;
      Julie_Andrews: Dschuli_Ändruhs; Tony_Blair: Toni_Blär; Sally_Rooney: Sälli_Runi; Ringo_Starr: Ringo_Star; Daniel_Craig: Dänjel_Kräig`,
    Turkish: `
      Orhan_Pamuk: Orhan_Pammuck; Recep_Erdoğan: Redschep_Erdowan; Sezen_Aksu: Sesen_Acksu; Tarkan_Tevetoğlu: Tarkan_Tevetolu; Fatih_Akın: Fati_Akin; Elif_Şafak: Elif_Schafak Elif_Shafak;
      Mesut_Özil: Messut_Ösil Masood_Ozil; İlkay_Gündoğan: Ilkay_Gündowan Ilkei_Gundogan; Nâzım_Hikmet: Nasim_Hickmet; Yaşar_Kemal: Jaschar_Kemal; Cem_Özdemir: Dschem_Ösdemir Jem_Ozdemir;
      Ceyda_Ceylan: Dscheida_Dscheilan Jayda_Jaylan; Gülşah_Koç: Gülscha_Kotsch Goolshah_Coach; İbrahim_Tatlıses: Ibo_Tatlises Ibrahim_Tatliseß; Hülya_Koçyiğit: Hülja_Kotschiit; Fatoş_Güngör: Fatma_Güngör; Mehmet_Öz: Memo_Ös;
      Çağla_Şıkel: Tschala_Schikel; Kıvanç_Tatlıtuğ: Kiwantsch_Tatlitu; Beren_Saat: Beren_Sahat; Haluk_Bilginer: Halluck_Bilginer`,
    Polish: `
      Robert_Lewandowski: Robert_Lewandofski; Adam_Mickiewicz: Adam_Mitzkjewitsch Adam_Mitskevich; Wisława_Szymborska: Wislawa_Schimborska Vislava_Shimborska; Lech_Wałęsa: Lech_Walensa Leck_Wawensa; Iga_Świątek: Iga_Schwiontek Eega_Shviontek;
      Krzysztof_Kieślowski: Christoph_Kischlowski Kschischtof_Kieslowski; Agnieszka_Holland: Agnjeschka_Holland; Donald_Tusk: Donald_Tuschk; Olga_Tokarczuk: Olga_Tokartschuk Olga_Tokarchuk; Jakub_Błaszczykowski: Kuba_Blaschtschikowski;
      Joanna_Wójcik: Asia_Wutschik; Małgorzata_Kożuchowska: Gosia_Koschuchowska; Katarzyna_Figura: Kasia_Figura; Aleksandra_Kwaśniewska: Ola_Kwaschniewska; Tomasz_Lis: Tomek_Liss; Wojciech_Szczęsny: Wojtek_Schtschensni;
      Barbara_Brylska: Basia_Brilska; Zofia_Nałkowska: Zosia_Nalkofska; Zbigniew_Boniek: Zbyszek_Bonjek; Stanisław_Lem: Staszek_Lemm; Andrzej_Wajda: Andschej_Weida; Michał_Żebrowski: Michal_Schebrowski`,
    Russian: `
      Михаил_Горбачёв: Michail_Gorbatschow Mikhail_Gorbachev Mischa_Gorbatschoff; Владимир_Высоцкий: Wladimir_Wyssozki Volodya_Vysotsky Wolodja_Wisotzki; Юрий_Гагарин: Juri_Gagarin Yuri_Gagarin;
      Александр_Пушкин: Sascha_Puschkin Alexander_Pushkin; Анна_Ахматова: Anna_Achmatowa Anja_Akhmatova; Лев_Толстой: Lew_Tolstoi Leo_Tolstoy; Maria_Scharapowa: Mascha_Sharapova Mariya_Scharapova; Ekaterina_Gordejewa: Katja_Gordeeva;
      Nikita_Chruschtschow: Nikita_Khrushchev; Andrei_Tarkowski: Andrey_Tarkovsky; Pjotr_Tschaikowski: Peter_Tchaikovsky Piotr_Chaikovski; Valentina_Tereschkowa: Walja_Tereshkova; Dmitri_Schostakowitsch: Dima_Shostakovich;
      Sergej_Rachmaninow: Serjoscha_Rachmaninoff Sergei_Rakhmaninov; Anastasia_Wolotschkowa: Nastja_Volochkova; Jelena_Isinbajewa: Lena_Isinbayeva; Tatjana_Schukowa: Tanja_Zhukova`,
    Arabic: `
      Mohamed_Salah: Muhammad_Sala; Youssef_Chahine: Jusuf_Schahin; Naguib_Mahfouz: Nagib_Machfus; Umm_Kulthum: Um_Kalsum; Fairuz_Haddad: Fayrouz_Hadad; Zinedine_Zidane: Sinedin_Sidan; Yasser_Arafat: Jassir_Arafat Yasir_Arafat;
      Khalil_Gibran: Chalil_Dschibran; Nadia_Murad: Nadja_Mourad; Hosni_Mubarak: Husni_Mubarrak; Bashar_al-Assad: Baschar_Assad; Rafik_Hariri: Rafiq_Al-Hariri; Boutros_Ghali: Butros_Gali; Haifa_Wehbe: Hayfa_Wahbi;
      Abdelkader_Benali: Abdulkadir_Ben_Ali; Jamila_Bouhired: Dschamila_Buhired Djamila_Bouhired; Sulaiman_Al-Rajhi: Suleiman_Radschhi; Khadija_Ben_Ganna: Chadidscha_Bengana; Samir_Qassir: Samir_Kassir; Rashid_Taha: Raschid_Tacha`,
  },
  different: {
    German: `
      Thomas_Müller/Thomas_Möller Gerd_Müller/Gerda_Müller Anna_Seghers/Anna_Siegers Stefan_Raab/Stefan_Rabe Max_Frisch/Max_Fritsch Günter_Grass/Günter_Kraus Karl_May/Karl_Marx Hans_Albers/Hans_Alberti Hermann_Hesse/Hermann_Hess Rudi_Völler/Rudi_Füller
      Martin_Walser/Martin_Walter Peter_Handke/Peter_Hanke Petra_Kelly/Petra_Keller Otto_Waalkes/Otto_Wachs Lena_Meyer/Lea_Meyer Julia_Klöckner/Juliane_Klöckner Jan_Ullrich/Jana_Ullrich Franz_Beckenbauer/Franz_Beckmann Karin_Baal/Karin_Bahr Wim_Wenders/Wim_Winter`,
    English: `
      Emma_Watson/Emma_Weston Emily_Blunt/Emily_Brunt Colin_Firth/Colin_Forth Jane_Austen/Joan_Austen John_Cleese/John_Close Michael_Caine/Michael_Crane Michael_Palin/Michelle_Palin Kate_Moss/Kate_Ross Mary_Quant/Mary_Grant Roger_Moore/Roger_Muller
      Ted_Hughes/Ted_Hodge Peggy_Lee/Penny_Lee Dick_Francis/Mick_Francis Harry_Kane/Larry_Kane Harry_Styles/Harriet_Styles Nell_Gwyn/Bell_Gwyn Jack_Black/Jake_Black Tom_Jones/Tim_Jones Alan_Bates/Alan_Yates Neil_Young/Nigel_Young`,
    Turkish: `
      Fatma_Girik/Fadime_Girik Ayşe_Arman/Aysel_Arman Murat_Boz/Murat_Bor Emre_Can/Emre_Cem Ahmet_Kaya/Mehmet_Kaya Ali_Koç/Veli_Koç Cem_Karaca/Can_Karaca Sinan_Engin/Kenan_Engin Hasan_Şaş/Hüseyin_Şaş Barış_Manço/Barış_Mançer
      Elif_Dağdeviren/Elif_Dağdelen Filiz_Akın/Figen_Akın Gül_Arslan/Gülay_Arslan Serkan_Yılmaz/Serkan_Yıldız Türkan_Şoray/Türkan_Sarı Zeki_Müren/Zeki_Mert Hande_Yener/Hande_Yenal`,
    Polish: `
      Anna_Wójcik/Hanna_Wójcik Adam_Małysz/Adam_Małecki Jan_Kowalski/Jan_Kowalczyk Maria_Nowak/Marta_Nowak Kamil_Stoch/Kamila_Stoch Ola_Zając/Ela_Zając Tomasz_Kot/Tomasz_Kos Kasia_Lis/Basia_Lis Gosia_Baran/Zosia_Baran Asia_Mazur/Kasia_Mazur
      Marek_Dudek/Marek_Duda Piotr_Wilk/Piotr_Wilczek Ewa_Kasprzyk/Ewa_Kasprzak Jerzy_Stuhr/Józef_Stuhr Paweł_Górski/Paweł_Gorczyca`,
    Russian: `
      Anna_Petrowa/Anna_Popowa Iwan_Iwanow/Iwan_Iwanenko Alexander_Blok/Alexej_Blok Olga_Sokolowa/Olga_Solowjowa Igor_Smirnow/Igor_Simonow Mascha_Orlowa/Dascha_Orlowa Katja_Lebedewa/Nadja_Lebedewa Sergej_Pawlow/Sergej_Popow Dima_Kusnezow/Tima_Kusnezow Nikolai_Gogol/Nikolai_Gorki
      Wera_Morosowa/Lera_Morosowa Mischa_Wolkow/Grischa_Wolkow Tanja_Schukowa/Anja_Schukowa Lena_Kowalenko/Lena_Korolenko`,
    Arabic: `
      Amir_Haddad/Samir_Haddad Ahmed_Saleh/Hamed_Saleh Omar_Sharif/Amr_Sharif Khaled_Mansour/Khalil_Mansour Hassan_Nasser/Hussein_Nasser Nadia_Aziz/Nadira_Aziz Salim_Khoury/Salim_Khalil Leila_Hamdan/Lina_Hamdan Samira_Najjar/Amira_Najjar Yasmin_Said/Yasin_Said
      Karim_Abbas/Karima_Abbas Jamal_Darwish/Jamil_Darwish Nabil_Sabbagh/Nabila_Sabbagh Tariq_Hamid/Tariq_Hamad`,
  },
};
