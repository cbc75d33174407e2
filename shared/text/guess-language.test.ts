import { expect, test } from 'vitest';
import { addSigns, languageSigns, otherLanguage } from './guess-language.ts';

const texts: Readonly<Record<string, string>> = {
	en: 'The council met on Monday to decide what to do with the old harbour wall, which has stood there for more than a hundred years. Some of the people who live behind it would like to keep it, but others say that it will not hold when the next storm comes.',
	de: 'Der Rat hat am Montag darüber beraten, was mit der alten Mauer am Hafen werden soll, die dort seit mehr als hundert Jahren steht. Einige der Menschen, die hinter ihr wohnen, wollen sie behalten, aber andere sagen, dass sie beim nächsten Sturm nicht halten wird.',
	fr: 'Le conseil s’est réuni lundi pour décider de ce qu’il faut faire du vieux mur du port, qui est là depuis plus de cent ans. Certains de ceux qui habitent derrière voudraient le garder, mais d’autres disent qu’il ne tiendra pas quand la prochaine tempête viendra dans la baie.',
	es: 'El consejo se reunió el lunes para decidir qué hacer con el viejo muro del puerto, que está allí desde hace más de cien años. Algunos de los vecinos que viven detrás de él quieren conservarlo, pero otros dicen que no va a resistir cuando llegue la próxima tormenta.',
	it: 'Il consiglio si è riunito lunedì per decidere che cosa fare del vecchio muro del porto, che sta lì da più di cento anni. Alcuni di quelli che abitano dietro vorrebbero tenerlo, ma altri dicono che non reggerà quando arriverà la prossima tempesta nella baia.',
	nl: 'De raad kwam op maandag bijeen om te beslissen wat er met de oude muur van de haven moet gebeuren, die daar al meer dan honderd jaar staat. Sommige mensen die er achter wonen willen hem houden, maar anderen zeggen dat hij het bij de volgende storm niet zal houden.',
	pt: 'O conselho reuniu-se na segunda-feira para decidir o que fazer com o velho muro do porto, que está ali há mais de cem anos. Algumas das pessoas que vivem atrás dele querem mantê-lo, mas outras dizem que não vai aguentar quando vier a próxima tempestade.',
	sv: 'Rådet möttes i måndags för att besluta vad som ska göras med den gamla muren vid hamnen, som har stått där i mer än hundra år. Några av dem som bor bakom den vill behålla den, men andra säger att den inte kommer att hålla när nästa storm kommer från havet.',
	da: 'Rådet mødtes i mandags for at beslutte, hvad der skal gøres med den gamle mur ved havnen, som har stået der i mere end hundrede år. Nogle af dem, der bor bag den, vil beholde den, men andre siger, at den ikke vil holde, når den næste storm kommer fra havet.',
	nb: 'Rådet møttes på mandag for å beslutte hva som skal gjøres med den gamle muren ved havnen, som har stått der i mer enn hundre år. Noen av dem som bor bak den, vil beholde den, men andre sier at den ikke vil holde når den neste stormen kommer fra havet.',
	pl: 'Rada zebrała się w poniedziałek, aby zdecydować, co zrobić ze starym murem w porcie, który stoi tam od ponad stu lat. Niektórzy z tych, którzy mieszkają za nim, chcą go zachować, ale inni mówią, że nie wytrzyma, gdy przyjdzie następna burza, i że jest już po prostu za stary.',
	tr: 'Meclis, yüz yıldan fazla bir süredir orada duran eski liman duvarı için ne yapılacağına karar vermek üzere pazartesi günü toplandı. Arkasında yaşayan bazı insanlar onu korumak istiyor, ama başkaları bir sonraki fırtına geldiği zaman duvarın dayanmayacağını söylüyor ve bu da çok olası görünüyor.',
	ru: 'Совет собрался в понедельник, чтобы решить, что делать со старой стеной в порту, которая стоит там более ста лет. Некоторые из тех, кто живёт за ней, хотят её сохранить, но другие говорят, что она не выдержит.',
	ar: 'اجتمع المجلس يوم الاثنين ليقرر ما يجب فعله بالجدار القديم في الميناء الذي يقف هناك منذ أكثر من مئة عام. يريد بعض الذين يعيشون خلفه الإبقاء عليه، لكن آخرين يقولون إنه لن يصمد عندما تأتي العاصفة القادمة.',
	ja: '市議会は月曜日に、百年以上そこに立っている古い港の壁をどうするかを決めるために集まった。壁の裏に住む人々の中には残したいという人もいるが、次の嵐が来たら持ちこたえられないと言う人もいる。町の人々は答えを待っている。',
};

test.each(Object.entries(texts))('a text in %s is taken for what it is', (language, text) => {
	expect(otherLanguage(languageSigns(text), language)).toBeNull();
	expect(otherLanguage(languageSigns(text), `${language}-XX`)).toBeNull();
});

test.each(['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'pl', 'tr', 'ru', 'ar', 'ja'])(
	'an English text that is said to be in %s is told, and the other way round',
	(language) => {
		expect(otherLanguage(languageSigns(texts.en ?? ''), language)).toEqual({ kind: 'language', name: 'en' });
		const told = otherLanguage(languageSigns(texts[language] ?? ''), 'en');
		const script = { ru: 'Cyrillic', ar: 'Arabic', ja: 'Han' }[language];
		expect(told).toEqual(
			script === undefined ? { kind: 'language', name: language } : { kind: 'script', name: script },
		);
	},
);

test.each([
	['too little is written', 'der die das und', 'en'],
	[
		'one quotation in another language',
		`${texts.en} ${texts.en} „Wir wissen es nicht“, sagte der Mann, der dort wohnt.`,
		'en',
	],
	['a language whose words nobody knows here', texts.nl ?? '', 'af'],
	['a language that is very near', texts.da ?? '', 'nb'],
	['names and numbers alone', 'Ajax 3 PSV 2 Feyenoord 1 Utrecht 0 '.repeat(20), 'nl'],
	['what is no language', texts.en ?? '', 'x'],
])('nothing is told of %s', (_what, text, said) => {
	expect(otherLanguage(languageSigns(text), said)).toBeNull();
});

test('the signs of paragraphs add up to those of the whole', () => {
	const parts = (texts.en ?? '').split('. ');
	expect(addSigns(parts.map(languageSigns))).toEqual(languageSigns(parts.join(' ')));
});
