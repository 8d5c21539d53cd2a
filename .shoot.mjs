import { chromium } from '@playwright/test';
const base='http://127.0.0.1:3141';
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const ctx=await browser.newContext({viewport:{width:360,height:740}});
const page=await ctx.newPage();
await page.goto(base+'/masuk'); await page.fill('[name=identifier]','peserta@contoh.go.id'); await page.fill('[name=password]','widyapraja-contoh'); await page.click('main button');
if(page.url().includes('pemberitahuan')) { const b=page.locator('main form button').last(); await page.locator('input[type=checkbox]').first().check().catch(()=>{}); await b.click(); }
await page.goto(base+'/katalog/spbe-101'); const e=page.locator('form button:has-text("Ikuti")'); if(await e.count()) await e.first().click();
await page.goto(base+'/belajar/spbe-101/di-mana-posisi-kita');
const shot=async(id,name)=>{ const el=page.locator(id); await el.scrollIntoViewIfNeeded(); await el.screenshot({path:`/tmp/kc/shots/${name}.png`}); };
await shot('#kasus-loket','scenario'); await shot('#per-1','match'); await shot('#urut-1','order'); await shot('#isti-1','short'); await shot('figure.video','video');
// wrong answers
await page.selectOption('#per-1 select >> nth=0',{index:1});await page.selectOption('#per-1 select >> nth=1',{index:1});await page.selectOption('#per-1 select >> nth=2',{index:2}); await page.click('#per-1 .button'); await page.waitForSelector('#per-1 .notice'); await shot('#per-1','match-wrong');
for(let i=0;i<4;i++) await page.selectOption(`#urut-1 select >> nth=${i}`,{index:i+1}); await page.click('#urut-1 .button'); await page.waitForSelector('#urut-1 .notice'); await shot('#urut-1','order-wrong');
await page.fill('#loket-2 input[name=answer]','dua'); await page.click('#loket-2 .button'); await page.waitForSelector('#loket-2 .notice'); await shot('#loket-2','num-refused');
await page.fill('#loket-2 input[name=answer]','0,6'); await page.click('#loket-2 .button'); await page.waitForSelector('#loket-2 .check-explanation'); await shot('#loket-2','num-right');
await page.fill('#isti-1 input[name=answer]','Master Data'); await page.click('#isti-1 .button'); await page.waitForSelector('#isti-1 .check-explanation'); await shot('#isti-1','short-right');
await page.setViewportSize({width:1366,height:768}); await page.emulateMedia({colorScheme:'dark'}); await shot('#per-1','match-desk-dark'); await shot('#kasus-loket','scenario-desk');
await browser.close();
