import { certificatePdf, readAttachedCredential } from '#lib/server/certification/paper.ts';
import { writeFileSync } from 'node:fs';
import { variants } from './src/lib/server/certification/paper-samples.ts';
for (const [name, facts] of Object.entries(variants)) {
  const c = JSON.stringify({a:name,b:'é'.repeat(2000)});
  const pdf = await certificatePdf(facts, {credential:c, verifyUrl:`https://widyapraja.contoh.go.id/sertifikat/${facts.code}`});
  console.log(name, pdf.length, readAttachedCredential(pdf)===c);
  writeFileSync(`/tmp/v/${name}.pdf`, pdf);
}
