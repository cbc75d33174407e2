// Small lists of our own in other languages: subjects and objects with their article, verbs, adverbials, and patterns.

/** For each language: its share of the stories, its words, and how they make sentences, headlines and standfirsts. */
export const otherLanguages = {
	fr: {
		share: 0.045,
		subject: `le gouvernement|la mairie|l’école|le musée|la commission|le tribunal|l’hôpital|la région|le conseil municipal|
			la société|l’équipe|la chercheuse|le maire|l’association|la coopérative|le théâtre|la préfecture|le comité|l’éditeur|
			la bibliothèque|le syndicat|l’université|la forêt|le chantier|la réforme|l’enquête|la grève|le marché|la fête|l’été`,
		object: `un nouveau projet|le budget de l’année|la décision du juge|les élèves du quartier|une façade très ancienne|
			les horaires d’été|la qualité de l’eau|un accord avec la région|des travaux coûteux|le pont fermé depuis février|
			les œuvres prêtées|une étude détaillée|les premières récoltes|le réseau électrique|un théâtre à ciel ouvert|
			la fermeture de la gare|des règles plus sévères|les archives de la ville|un prêt sans intérêt|la vérité sur l’incendie`,
		verb: `a présenté|a rejeté|a découvert|prépare|attend|a critiqué|défend|a publié|espère sauver|a enfin accepté|étudie|
			veut protéger|a dû céder|a reçu|a retrouvé|soutient|a rénové|n’a pas oublié`,
		adverbial: `à Besançon|depuis janvier|malgré l’été très sec|après dix ans d’attente|près de la frontière|dès la rentrée|
			cette année|au cœur du vieux port|lors d’une réunion publique|à l’unanimité|avec l’aide des voisins|en début de soirée`,
		links:
			'Pourtant, |Selon un rapport récent, |Dans le même temps, |Pour l’instant, |À l’inverse, |Enfin, |Ce jour-là, ',
		patterns:
			'{S} {V} {O} {P}.|{S} {V} {O}.|{L}{s} {V} {O}, et {s} {V} {O} {P}.|{L}{s} {V} {O} {P}.|{S} {V} {O}, mais {s} {V} {O}.',
	},
	de: {
		share: 0.035,
		subject: `die Regierung|der Stadtrat|die Schule|das Museum|die Kommission|das Gericht|das Krankenhaus|der Hafen|die Bürgermeisterin|
			das Orchester|die Behörde|der Verein|die Forscherin|die Bibliothek|das Unternehmen|der Landkreis|die Feuerwehr|die Universität|
			der Betriebsrat|die Genossenschaft|das Theater|die Straßenbahn|der Wald|die Gewerkschaft|das Ministerium`,
		object: `einen neuen Vorschlag|den Haushalt für das nächste Jahr|die Brücke über den Fluss|eine alte Mühle|die Fahrpläne im Sommer|
			das Gutachten zur Wasserqualität|viele Bürgerinnen und Bürger|die Öffnungszeiten|den längsten Tunnel der Gegend|große Pläne|
			die Vergrößerung der Grünflächen|strengere Regeln|ein gläsernes Dach|die Sammlung früher Fotografien|das Gelände der Fabrik|
			drei zusätzliche Züge|die Grundschule am Marktplatz|den Übergang am Bahnhof|ein überraschendes Ergebnis`,
		verb: `prüft|verschiebt|verteidigt|kritisiert|eröffnet|fordert|entdeckt|veröffentlicht|rettet|verkauft|unterstützt|beschließt|
			ändert|erklärt|zählt|finanziert`,
		adverbial: `in München|seit Februar|trotz der Kälte|nach langer Debatte|im nächsten Frühjahr|mit großer Mehrheit|an der Küste|
			überraschend|nahe der Grenze|ohne Gegenstimme|zum dritten Mal|am späten Abend`,
		links: 'Dennoch gilt: |Laut Bericht heißt das: |Zugleich gilt: |Am Ende stand fest: |Kurz gesagt: ',
		patterns:
			'{S} {V} {O} {P}.|{S} {V} {P} {O}.|{S} {V} {O}, und {s} {V} {O} {P}.|{L}{S} {V} {O}.|{S} {V} {O}, aber {s} {V} {P} {O}.',
	},
	es: {
		share: 0.035,
		subject: `el gobierno|la alcaldía|la escuela|el museo|la comisión|el tribunal|el hospital|la región|la compañía|el equipo|
			la investigadora|la asociación|la cooperativa|el teatro|el sindicato|la universidad|la biblioteca|el puerto|la fábrica|
			el comité|la vecina más anciana|el año próximo|la montaña|la selección|el río`,
		object: `un nuevo proyecto|el presupuesto del año|la decisión del juez|una niña de doce años|los horarios de otoño|
			la calidad del agua|un acuerdo con la región|obras más baratas|el puente cerrado en enero|una campaña de vacunación|
			la colección de música antigua|reglas más claras|los archivos de la ciudad|un préstamo sin interés|la próxima elección|
			las señales del tranvía|el corazón del barrio|una investigación exhaustiva|el jardín botánico`,
		verb: `presentó|rechazó|descubrió|prepara|espera|criticó|defiende|publicó|quiere salvar|aceptó por fin|estudia|recibió|
			encontró|apoya|renovó|no olvidó`,
		adverbial: `en Málaga|desde enero|a pesar de la sequía|después de diez años|cerca de la frontera|este otoño|en una reunión pública|
			por unanimidad|con ayuda de los vecinos|al anochecer|según el último informe|junto al río`,
		links: 'Sin embargo, |Al mismo tiempo, |Por ahora, |Además, |Según varios técnicos, |Así, ',
		patterns:
			'{S} {V} {O} {P}.|{S} {V} {O}.|{L}{s} {V} {O}, y {s} {V} {O} {P}.|{L}{s} {V} {O} {P}.|{S} {V} {O}, pero {s} {V} {O}.',
	},
	ar: {
		share: 0.015,
		subject: `المدينة|الحكومة|المدرسة|الجامعة|المحكمة|اللجنة|البلدية|الشركة|الجمعية|المكتبة|الباحثة|النقابة|الوزارة|القرية|الفرقة`,
		object: `خطة جديدة|ميزانية العام القادم|قرار القاضي|اتفاقا مع الجيران|نتائج الدراسة|جسر النهر القديم|مشروع المياه|قواعد أوضح|
			مجموعة الصور القديمة|حديقة عامة كبيرة|مواعيد القطارات|تقريرا مفصلا|موسم الحصاد الأول|حملة لحماية الغابة`,
		verb: 'تدرس|ترفض|تعلن|تنتظر|تدعم|تنشر|تناقش|تحمي|تستقبل|تطلب|تراجع|تمول',
		adverbial:
			'في القاهرة|منذ شهر يناير|بعد نقاش طويل|قرب الحدود|في الربيع القادم|بمساعدة السكان|للمرة الثالثة|رغم الجفاف|مساء اليوم',
		links: 'ومع ذلك، |في الوقت نفسه، |وبحسب التقرير، |وأخيرا، ',
		patterns: '{S} {V} {O} {P}.|{L}{S} {V} {O}.|{S} {V} {O}، و{S} {V} {O} {P}.|{S} {V} {P} {O}.',
	},
};
