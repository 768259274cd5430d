"""What pages print around articles, in the languages we meet most.

Folded: no case, no accents, straight apostrophes. Phrases are parted by bars and line ends. Whole lines of a
page, or their beginnings, are compared with them: a phrase inside a paragraph never counts.
"""

from bot.services.wordlists import listed


def _phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table as they stand: a space at the end of one is a part of it."""
    return tuple(phrase for row in table.split("\n") for phrase in row.split("|") if phrase.strip())


def _lines(table: str) -> frozenset[str]:
    """The phrases of a table without spaces and colons at their ends, to be compared with whole lines."""
    return frozenset(phrase.strip().rstrip(":") for phrase in _phrases(table))


BLOCK = _lines("""
read more|read also|read next|also read|see also|related|related stories|related articles|related posts
related topics|related content|related news|related coverage|related links|related reading|recommended
recommended for you|recommended stories|recommended reading|you may like|you may also like
you might like|you might also like|you may also be interested in|you may be interested in|most read
most popular|most viewed|most shared|most commented|trending|trending now|trending stories|popular
popular now|popular posts|popular stories|top stories|latest|latest news|latest stories|latest headlines
editor's picks|editor's pick|editors' picks|don't miss|must read|must reads|in case you missed it
what to read next|more stories|more news|things to do|what's on|from our partners|around the web
promoted|promoted content|promoted stories|sponsored|sponsored content|sponsored links|partner content
paid content|paid post|newsletter|newsletters|explore more|further reading|up next|next up|watch now
watch next|watch more|more like this|more to explore|elsewhere on the site|recent posts|archives
categories|upcoming events|live now|on the same topic|you might have missed|we recommend|discover more
today's top stories|features & analysis|from the archive|our picks|best of|special reports|job listings
classifieds|stories for you|lea tambien|lee tambien|leer mas|leer tambien|le puede interesar
te puede interesar|tambien te puede interesar|noticias relacionadas|articulos relacionados|mas noticias
lo mas leido|lo mas visto|mas informacion|boletin|ultimas noticias|ver tambien|contenido patrocinado
no te pierdas|recomendados|mas leidas|temas relacionados|lire aussi|a lire aussi|sur le meme sujet
voir aussi|les plus lus|articles lies|a lire egalement|a decouvrir|nos derniers articles
contenu sponsorise|l'essentiel|dans la meme rubrique|lesen sie auch|mehr zum thema|auch interessant
meistgelesen|verwandte artikel|das konnte sie auch interessieren|weitere artikel|mehr nachrichten
aktuelle nachrichten|leia tambem|leia mais|veja tambem|mais lidas|relacionadas|saiba mais|leggi anche
altri articoli|i piu letti|articoli correlati|potrebbe interessarti|читаите также|читать далее
читать также|еще по теме|по теме|материалы по теме|похожие новости|похожие статьи|самое читаемое
популярное|новости партнеров|другие новости|последние новости|главные новости|рекомендуем|смотрите также
читаите также:|читаите по теме|на ту же тему|читаите також|схожі новини|більше новин|останні новини
реклама|популярні новини|اقرا ايضا|اقرا المزيد|مواضيع ذات صلة|اخبار ذات صلة|الاكثر قراءة|الاكثر قراءه
اخبار متعلقة|مقالات ذات صلة|شاهد ايضا|مطالب مرتبط|بیشتر بخوانید|اخبار مرتبط|پربازدیدترین|ilgili haberler
cok okunanlar|son dakika|bunlar da ilginizi cekebilir|czytaj tez|zobacz tez|czytaj takze
najczesciej czytane|相关阅读|相关新闻|推荐阅读|热门新闻
延伸阅读|相關新聞|推薦閱讀|関連記事|explore more on these topics
related internet links|similar threads|top news today|latest videos|latest video|recommended videos
more on this|more on this story|more coverage|also in the news|elsewhere|from the web|taboola|outbrain
today's paper|other stories|other news|previous post|next post|previous article|next article|previous
next|post navigation|tags|topics|filed under|get in touch|related searches|hot topics|key topics
trending topics|watch|listen to|latest from our newsroom|breaking news|local news|national news
in pictures|subscribe to our newsletter|stay connected|stay informed|follow us|connect with us
""")
"""Heads of link lists and offers: the short lines below belong to them."""

LABEL = _lines("""
advertisement|advertisements|publicidad|publicite|anzeige|werbung|publicidade|pubblicita|اعلان|reklam
reklama|广告|広告|share|share this|share article|share this article|share this story|share this post
share this page|share on|tweet|email|e-mail|print|facebook|x|twitter|whatsapp|telegram|viber|linkedin
pinterest|reddit|flipboard|instagram|tiktok|youtube|bluesky|mastodon|threads|messenger|copy link
copy url|link copied|copied|save|save article|saved|bookmark|follow|subscribe|subscribe now|log in|login
log out|sign in|sign up|register|my account|menu|open menu|main menu|search|close|skip|skip to content
skip to main content|skip to navigation|skip advertisement|home|homepage|loading|show more|load more
see more|view all|see all|view comments|show comments|hide comments|add comment|post comment|submit
cancel|reply|report|like|ok|accept|accept all|accept cookies|reject all|manage settings|manage options
cookie settings|privacy settings|got it|i agree|agree|no thanks|not now|maybe later|donate|support us
contribute|advertise|advertise with us|contact|contact us|about us|privacy|privacy policy|terms
terms of use|terms of service|cookie policy|cookies|imprint|impressum|sitemap|rss|faq|e-edition|epaper
e-paper|all rights reserved|back to top|back to top button|scroll to top|go to top|return to top
story continues below|story continues below advertisement|article continues below
article continues after advertisement|continue reading|continue reading below|keep reading|ad|ads|advert
ad feedback|listen|listen to this article|listen to article|play|play video|watch live|pause|mute|unmute
toggle|expand|collapse|enlarge|view image in fullscreen|open image|view source|jump to navigation
jump to search|cite this page|download pdf|export|gift article|gift this article|share full article
give this article|text size|font size|a a a|print friendly|pin it|breadcrumb|enter your email
enter your email address|your email|your email address|email address|your name|your comment
be the first to comment|no comments|no comments yet|comments are closed|join the conversation
join the discussion|notify me of new posts by email|notify me of follow-up comments by email
enable notifications|turn on notifications|add as a preferred source on google|follow us on google news
google news|app store|google play|download the app|file photo|stock photo|getty images|reuters|afp
image source|image caption|media caption|video player is loading|updated|published|breaking|just in
developing|developing story|compartir|compartelo|comentarios|comentar|suscribete|siguenos|inicio|portada
iniciar sesion|imprimir|guardar|seguir|buscar|aceptar|aceptar cookies|registrate|volver arriba
deja un comentario|deja tu comentario|enviar|escuchar|partager|commentaires|commenter|s'abonner
abonnez-vous|accueil|se connecter|imprimer|suivre|rechercher|accepter|ecouter|teilen|kommentare
startseite|drucken|merken|anmelden|abonnieren|datenschutz|agb|suche|zum seitenanfang|vorlesen
compartilhar|compartilhe|assine|entrar|ouvir|pagina inicial|condividi|commenti|abbonati|accedi|stampa
поделиться|комментарии|подписаться|подпишитесь|главная|воити|регистрация|поиск|меню|наверх|распечатать
сохранить|оставить комментарии|комментировать|теги|вконтакте|одноклассники|поширити|коментарі|головна
підписатися|увіити|пошук|مشاركة|مشاركه|شارك|تعليقات|التعليقات|الرئيسية|الرييسية|اشترك|تسجيل الدخول|بحث
القائمة|طباعة|فيسبوك|تويتر|واتساب|تابعنا|اشتراک گذاری|نظرات|صفحه اصلی|جستجو|ورود|paylas|yorumlar
yorum yap|ana sayfa|giris yap|abone ol|ara|yazdir|udostepnij|komentarze|strona glowna|zaloguj sie|drukuj
szukaj|分享|评论|首页|登录|注册|搜索|打印
收藏|返回顶部|責任編輯|责任编辑|シェア|ログイン|after newsletter promotion|read later
listen to this story|reuse this content|give feedback|send feedback|complete survey|hide caption
toggle caption|transcript|view gallery|image|read comments|comment|skip past newsletter promotion
add to favourites|zoom|slideshow|for immediate release|privacy notice|terms and conditions
terms & conditions|thread starter|cancel reply|leer comentarios|lire les commentaires|newsletter sign-up
sign up now|register now|get started|learn more|find out more|manage cookies|decline|accept & continue
agree & continue|read full story|full story|story so far|author|share via
""")
"""Lines that are furniture wherever they stand alone."""

STARTS = _phrases("""
share on |share this |share: |share via |share with |follow us |follow live|follow our |follow him |
follow her |follow me |
sign up |sign in |subscribe |subscribers: |to subscribe|tags: |tag: |topics: |filed under|posted in|posted by
posted on|published by |published on |published at|published: |published in |updated: |updated on |
updated at |
last updated|last update|last modified|first published|image source|image caption|image: |images: |
image credit|photo: |photos: |photo by |photo credit|photograph: |photography: |picture: |pictures: |
credit: |media caption|read more: |read also: |read next: |also read: |see also: |related: |
more: |more on |more from |more in |watch: |listen: |listen to this|listen to the article|previous post
next post|previous article|next article|previous: |next: |categories: |category: |sections: |
leave a comment|leave a reply|your email address will not|you must be logged in|log in to |login to |
already a subscriber|already have an account|not a subscriber|to continue reading|this website uses
this site uses|we use cookies|we value your privacy|we and our |by continuing|by clicking|by signing up
by subscribing|you have read |you have |please enable|please disable|please log in|please sign in
please subscribe|please turn|click here|tap here|download our|download the|get the |get our |
get unlimited|enjoy unlimited|join our |join us |join the conversation|support our |support us|help us |
become a member|become a|don't miss|trending: |sponsored by
sponsored: |presented by |paid for by|brought to you|promoted by|advertisement|story continues
article continues|continue reading|reading time|estimated reading|min read|source: |sources: |via: |
have you got a story|do you have a story|got a story|do you have a tip|got a tip|send tips|contact the |
contact us|reach |email the |email us|write to |call us|got news|notify me|remember me|save my name
required fields|add your comment|comment as|view all |see all |show all |hide |back to |go to |
return to |skip to|register now|register for|book now|buy tickets|order now|shop |save up to
special offer|limited time|start your |try |free trial|cancel anytime|unlock |choose your plan
compartir en|siguenos en|suscribete |suscribase|etiquetas: |publicado |actualizado |foto: |fotos: |
imagen: |lea tambien: |lee tambien: |ademas: |este sitio |utilizamos |usamos cookies|al continuar
partager sur|suivez-nous|abonnez-vous|inscrivez-vous|publie le|mis a jour|modifie le|photo : |
lire aussi |a lire aussi|nous utilisons|ce site utilise|en poursuivant|mots-cles|credit photo|folgen sie
abonnieren sie|veroffentlicht|aktualisiert|stand: |bild: |quelle: |lesen sie auch|mehr zum thema
wir verwenden|diese website|schlagworte|melden sie sich|compartilhe |siga-nos|siga o|assine |inscreva-se
publicado em|atualizado em|leia tambem|leia mais|este site|condividi |seguici|iscriviti|pubblicato |
aggiornato |leggi anche|utilizziamo|questo sito|подписываитесь |подпишитесь |подписаться |поделиться |
фото: |фото |видео: |теги: |автор: |источник: |читаите также|читаите нас|опубликовано|обновлено
мы используем|саит использует|этот саит|нашли ошибку|нажмите |підписуитесь |підпишіться |поширити |
джерело: |читаите також|شارك |اشترك |تابعنا |تابعونا |المصدر: |اقرا ايضا|اقرا المزيد|اخر تحديث|نشر في
الصورة: |نستخدم |يستخدم هذا|ملفات تعريف|paylas |bizi takip|abone ol|yayinlanma|guncelleme|kaynak: |cerez
分享到|关注我们|订阅|来源：|来源: |編集|本网站使用|原标题|图源
图：|摄影|写真|enjoy |access |this browser|your browser|explore |
discover |privacy notice|terms & conditions|terms and conditions|forwarded this|you are receiving
updates with |update: adds|adds quote|adds detail|adds background|recasts |est. reading
special to the |by our |printed in |support local |support independent |kindly share|tell your friends
sent from my |read this in |scroll down|vote in our |let us know|don't miss out
you received|you're receiving|our mailing|our standards|nota: |save stories|comments have to
comments are|click to |powered by|retrieved from|from wikipedia|view this email|contact reporter
are you affected|find us on|find out more about|read the full|read our|watch our|see our|posts by
view all posts|thread starter|start date|joined: |messages: |last edited|jump to
""")
"""Beginnings of short lines that are furniture."""

NOTES = _phrases("""
editor in charge|proofreading|editors: |editor: |by providing an email
editor's note|editors' note|correction: |clarification: |the views expressed|views expressed
opinions expressed
the opinions |disclaimer|any opinions|reporting by|additional reporting|writing by|editing by|edited by
compiled by|translated by
written by|produced by|with reporting|with inputs|with files from|with agency|with agencies|inputs from
copyright |(c) |© |all rights reserved|derechos reservados|todos los derechos|tous droits|alle rechte
todos os direitos|tutti i diritti|все права|всі права|جميع الحقوق
حقوق النشر|tum haklari|版权所有|版權所有|责任编辑
при копировании|при использовании материалов|associated press writer|ap writer|reuters contributed
news agencies contributed
""")
"""Beginnings of notes about the article: who wrote, edited, owns or corrected it."""

ENDING = _lines("""
have your say|what do you think|readers' comments|reader comments
from the comments|talkback|top comment|conversation
leave a reply|leave a comment|comments|join the conversation|post a comment|write a comment
add a comment|add comment|reader comments|comments section|your comments|view comments|show comments
discussion|responses|top comments|deja un comentario|deja tu comentario|deja una respuesta|comentarios
laisser un commentaire|commentaires|reagir|kommentare|schreibe einen kommentar|kommentar schreiben
deixe um comentario|deixe uma resposta|commenti|lascia un commento|комментарии|оставить комментарии
добавить комментарии|коментарі|залишити коментар|اترك تعليقا|اترك ردا|التعليقات|اضف تعليقا|تعليقات
yorumlar|yorum yap|komentarze|dodaj komentarz|评论|發表評論|发表评论
""")
"""Heads of the readers' comments: below them nothing is the article's."""

ABOUT = _phrases("""
about |notes to editors|note to editors|note to editor|notes for editors|media contact|media contacts
press contact|press contacts|media enquiries|media inquiries|press enquiries|press inquiries
press office: |contact: |
contacts: |contacts|for more information|for further information|further information
forward-looking statements|forward looking statements|safe harbor|cautionary statement|boilerplate
a propos d|acerca de|sobre |uber |о компании|la redaction|der autor|die autorin|sobre el autor
sobre o autor|l'auteur|об авторе|contact presse|contacto|pressekontakt|kontakt
""")
"""Heads of the boilerplate that follows press releases and of author boxes."""

SITE_WORDS = listed("""
cookie cookies newsletter newsletters inbox subscription subscriptions subscriber subscribers subscribe
javascript browser notifications paywall premium adblocker login signup privacy podcast podcasts account
unsubscribe spam advertisers advertising breaking alerts e-mail email app whatsapp telegram facebook
twitter instagram youtube tiktok linkedin rss partners device membership donate trial website site
comment comments digest briefing articles boletin suscripcion suscriptores correo navegador sitio lettre
infolettre abonnement abonnes navigateur courriel рассылка рассылку телеграм канал подписка саите саит
cookie-файлы النشرة البريد الموقع member-only subscriber-only unlock ios android audio headline
headlines guidelines
""")
"""Words for what a site offers its readers."""

INTERFACE = listed("""
reload refresh embed scan sort filter vote voted buy book shop order suggest upload tap click captions
slide videos list links stories updates key pinned members member exclusive invalid required optional
version dark mode corrections clarifications accessibility help popular newest oldest next previous
related recommended quiz crossword puzzles push username password unread
""")
"""Words of which buttons and labels are made, beside those of LABEL."""

PRESS = listed("""
newsroom newsrooms newsdesk journalism journalist journalists reporter reporters readers readership
subscribers moderators ipso editorial editors newspaper headlines not-for-profit
""")
"""Words that newspapers use of themselves and of those who read them."""

READER = listed("""
you your yours you're you'll you've we our tu tus usted te vous votre vos nous notre wir unser unsere
voce вас ваш ваши ваше вам мы наш наша наши нас نحن لك بريدك voces ihnen dein deine
""")
"""Words by which a page talks to its reader."""

SECTIONS = listed("""
news sport sports politics business opinion world culture weather video podcasts jobs events markets
banking energy tourism economy science health tech technology lifestyle travel entertainment arts
education environment property motors food courts crime obituaries deaths farming local national
international regional europe africa asia americas america middle east uk us e-edition epaper e-paper
home live more subscribe donate photos gallery features letters columnists editorial magazine weekend
games puzzles crosswords shop archive search menu contact about login register advertise privacy terms
help football rugby cricket tennis golf racing cartoons blogs real estate classifieds life style
noticias deportes politica economia cultura mundo internacional sociedad inicio новости политика
экономика общество спорт культура мир происшествия наука الرئيسية اخبار سياسة اقتصاد رياضة ثقافة عالم
العالم accueil politique economie monde startseite politik wirtschaft kultur panorama history talk
analysis explainer cookies careers directory accessibility sitemap legals
""")
"""Names of newspaper sections, as menus list them."""

COUNTED = (
    r"comments?|shares?|likes?|views?|reads?|words|min(?:ute)?s?(?: read(?:ing)?(?: time)?)?"
    r"|retweets?|reactions?|repl(?:y|ies)|followers?|comentarios?|commentaires?"
    r"|kommentare?|комментари\w*|просмотр\w*|мин\w*(?: чтения)?|تعليق\w*|yorum"
    r"|min\.? de lect\w+|评论|reading time|time to read|temps de lecture|lesezeit|tiempo de lectura"
)
"""What pages count."""
