// Words by which a short text is known to be in another language: said often in a game or to anybody, and no word of English, nor
// a name in the worlds. Written without accents, as the text is compared.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** `own`: no word of English. `shared`: spelled as an English word is, so that it speaks for neither. */
export const SHORT_TEXT_WORDS: Readonly<Record<string, { own: ReadonlySet<string>; shared: ReadonlySet<string> }>> = {
  es: {
    own: list(`
      que donde quien cuando como porque cual esta estoy estas estan soy eres somos tengo tienes tiene quiero quieres puedo puedes
      voy vamos ir vete hablo habla hablar mira mirar miro tomar tomo abre abrir abro cierra cerrar leer dame ayuda ayudame ayudar
      favor buenos buenas dias tardes noches adonde aqui alli ahora siempre nunca nada nadie algo muy mucho muchas muchos
      entiendo entender sabes perdon siento lo los las una unos unas el ella ellos nosotros usted ustedes conmigo contigo
      triste feliz cansado cansada miedo vida quiere puerta llave carta lampara faro luz isla norte sur este oeste salir salgo
      entrar todas todos todo instrucciones ignora inventario claro tambien pero por para mi su te le les del al yo tu si hola tal
      adios gracias hasta luego siguiente seguir jugar juego casa calle agua`),
    shared: list('no me he a son sin di sur este come once real todo favor mi la los las una ella dame leer con'),
  },
  fr: {
    own: list(`
      je tu il elle nous vous ils elles suis es etes sommes sont est ou qui quoi quand comment pourquoi quel quelle le la les une des du
      et mais avec dans sans chez ne pas jamais rien personne moi toi lui leur mon ma mes ton ta tes cette ces aide aidez peur triste
      fatigue fatiguee aime veux peux vais va allons aller ouvre ouvrir ferme prends prendre donne regarde regarder parle parler lis
      lire cherche lampe phare porte lettre cle nord sud ouest bonjour bonsoir merci beaucoup oui non revoir plait comprends sais ici
      bien tres ca toutes tous tout instructions ignorez ignore inventaire maison autour jeu jouer bon bonne nuit`),
    shared: list(
      'on a me pour plus sort as instructions ignore est ton tout personne bon prime non fatigue la va mon es elle aide ces',
    ),
  },
  de: {
    own: list(`
      ich du er sie es wir ihr bin bist ist sind seid habe hast hab ein eine einen einem einer das der dem des und oder aber nicht kein
      keine mit nach von zu zum zur auf aus bei fur uber unter wo wer wie wann warum wohin woher gehe geh gehen geht komm kommen nimm
      nehme nehmen offne offnen schliesse schau schaue schauen sieh lies lesen sprich sprechen rede hilf hilfe helfen bitte danke
      schon guten morgen abend nacht hallo tschuss auf wiedersehen ja nein klar alles traurig mude angst verstehe weiss kann kannst
      mochte muss mir mich dir dich uns mein meine dein norden suden osten westen tur turm licht leuchtturm schlussel insel hier dort
      jetzt immer nie nichts niemand etwas sehr gut anweisungen ignoriere anleitung spiel spielen haus um weiter zuruck los geben gib`),
    shared: list(
      'was an in so die am war man will hat also den gut um los des bin alle bei fur dem von angst lies dir',
    ),
  },
  it: {
    own: list(`
      dove chi cosa come quando perche quale sono sei siamo siete ho hai abbiamo voglio vuoi posso puoi vado vai andiamo andare apri
      aprire chiudi prendi prendere guarda guardare parla parlare leggi leggere dammi aiuto aiutami aiuta favore grazie mille prego
      ciao buongiorno buonasera buonanotte arrivederci stai sto sta bene male triste stanco stanca paura capisco so niente nessuno
      mai sempre qui adesso ora molto troppo il lo la gli le uno una di della del dello degli che non con per mi ti si anche questo
      questa porta lettera lampada faro chiave luce isola nord sud ovest est intorno vita tutte tutti tutto istruzioni inventario casa
      andiamocene esci uscire va`),
    shared: list('a i no come per me so male ora mi sta ti si est uno di mai lo la le va con'),
  },
  pt: {
    own: list(`
      eu tu voce ele ela nos voces eles onde quem quando como porque qual estou esta estamos sou es somos tenho tem quero quer posso
      pode vou vamos ir abre abrir abro fecha pega pegar pegue olha olhar olhe fala falar ler leia ajuda ajude ajudar favor obrigado
      obrigada ola oi tudo bem bom boa dia tarde noite adeus tchau triste cansado cansada medo entendo sei nada ninguem nunca sempre
      aqui agora muito mais um uma os nao sim com para por meu minha seu sua porta carta lampada farol chave luz ilha norte sul
      leste oeste vida todas todos instrucoes inventario casa jogo jogar sair entrar ao volta em redor`),
    shared: list('a as o do no me come da os um dia tarde em redor ignore es casa boa com'),
  },
  nl: {
    own: list(`
      ik jij je hij zij wij jullie ben bent zijn heb hebt heeft een het de en niet geen met naar van voor op uit bij waar wie wat hoe
      wanneer waarom ga gaan kom komen pak pakken neem nemen doe sluit kijk kijken lees lezen praat praten zeg hulp alsjeblieft
      alstublieft dank dankje bedankt hallo goedemorgen goedendag goedenavond dag doei tot ziens ja nee mij mijn jou jouw ons
      verdrietig moe bang begrijp snap weet kan kun wil moet deur brief sleutel lamp vuurtoren licht eiland noorden zuiden oosten
      westen hier daar nu altijd nooit niets niemand iets heel goed gaat alle instructies negeer spel spelen huis rond verder terug`),
    shared: list(
      'is was in me we help open brief lamp dag moe bang de en van bent je ben tot op wat kan weet wit hoe doe heel die',
    ),
  },
  pl: {
    own: list(`
      nie tak jest jestem jestes sa mam masz ma chce chcesz moge mozesz gdzie kto co jak kiedy dlaczego ktory ide idz isc chodz otworz
      otworzyc zamknij wez wziac patrz zobacz spojrz rozejrzyj rozmawiaj mow powiedz czytaj przeczytaj pomoz pomocy pomoc prosze
      dziekuje przepraszam czesc dzien dobry dobra dobrze wieczor noc dobranoc widzenia smutny smutna zmeczony zmeczona boje
      rozumiem wiem nic nikt nigdy zawsze tutaj tam teraz bardzo sie mnie mi ci ciebie moj moja twoj kim latarnia lampa klucz drzwi
      swiatlo wyspa polnoc poludnie wschod zachod wszystkie wszystko instrukcje zignoruj gra grac dom wokol na za przed z w`),
    shared: list('to do on my list ten by mam ma ide tam noc pan sa za w z na co dom mow kim gra'),
  },
  tr: {
    own: list(`
      merhaba selam nasilsin neredeyim nerede kim nasil neden ben sen biz siz degil istiyorum yardim lutfen tesekkurler tesekkur
      evet hayir uzgunum anlamiyorum bilmiyorum kapiyi ac git bak kuzey guney dogu bati gunaydin burada simdi cok bir bu`),
    shared: list('sen git bu ac ben biz kim'),
  },
  sv: {
    own: list(`
      hej jag du han hon vi ni det ett och inte med till fran hur mar var ar vem vad varfor vart ga kom oppna dorren ta titta las prata
      hjalp snalla tack god morgon kvall natt ja nej ledsen trott radd forstar vet norr soder oster vaster har nu mycket bra`),
    shared: list('var har ta ga mar god vet du ar ni bra tack till fran las'),
  },
};

/** Greetings and such that English has taken in: with nothing else beside them but names, they are English enough. */
export const BORROWED: ReadonlySet<string> = list(
  `hola ciao adios gracias merci bonjour bonsoir salut amigo amigos senor senora voila bravo danke prost hallo cafe cliche naive
  fiance fiancee resume deja vu touche uber ole si no ja adieu aloha namaste salaam shalom`,
);

/** English as it is written in games: of a short text one of these is enough to take it for English. */
export const ENGLISH: ReadonlySet<string> = list(`
  the a an and is am are was were be been i you he she it we they me him her us them my your his its our their to of in on at for
  with from by about into out up down off over under this that these those what who where when why how which not no yes do does did
  have has had can could will would should may might must shall go going went come look see watch take get give tell say said ask
  talk speak greet hello hi hey bye goodbye thanks thank please help stop quit undo again wait read open close shut lock unlock use
  light drop put pick push pull turn eat drink touch smell listen feel feeling feels search find examine inspect check follow leave
  enter climb sit stand sleep walk run play start begin end want need like love hate know think hope wish try let make keep
  but or so if because then there here now today tonight tomorrow very too just only really more some any all every each other
  man woman boy girl people friend keeper north south east west back around inside outside door key letter lamp room house garden
  tower water sea sky boat bell cat clock milk blanket fire night day time story game good bad sad happy tired afraid scared okay ok
  don doesn isn can won ll ve re im ive dont cant anything something nothing everything someone nobody one two new old little big
  name names real person inventory hint map exit exits menu save score restart one's letters maybe never always`);
