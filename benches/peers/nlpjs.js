// NLP.js with its own defaults: what a user gets who follows its introduction.
const fs = require('fs');
const { containerBootstrap } = require('@nlpjs/core');
const { Nlp } = require('@nlpjs/nlp');

const [, , language, train, test] = process.argv;
const kinds = { en: 'LangEn', de: 'LangDe', es: 'LangEs', it: 'LangIt', tr: 'LangTr' };
const read = (path) => fs.readFileSync(path, 'utf8').split('\n').filter(Boolean).map(JSON.parse);

(async () => {
  const container = await containerBootstrap();
  const Lang = require(`@nlpjs/lang-${language}`)[kinds[language]];
  container.use(Nlp);
  container.use(Lang);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  nlp.addLanguage(language);
  for (const { text, label } of read(train)) nlp.addDocument(language, text, label);
  let began = process.hrtime.bigint();
  await nlp.train();
  const trained = Number(process.hrtime.bigint() - began) / 1e6;
  const lines = read(test);
  const times = [];
  let right = 0;
  for (const { text, label } of lines) {
    began = process.hrtime.bigint();
    const { intent } = await nlp.process(language, text);
    times.push(Number(process.hrtime.bigint() - began) / 1e3);
    if (intent === label) right += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  console.log(JSON.stringify({
    accuracy: right / lines.length, train_ms: trained, p50_us: at(0.5), p99_us: at(0.99),
  }));
})();
