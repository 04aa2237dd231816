// A browser to be asked things, over DevTools' pipe: nothing to install beside the browser itself.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--remote-debugging-pipe'];
const PATIENCE = 60_000;

export class Browser {
  static async start(command) {
    const browser = new Browser();
    browser.profile = mkdtempSync(join(tmpdir(), 'tianbao-browser-'));
    browser.process = spawn(command, [...FLAGS, `--user-data-dir=${browser.profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    browser.waiting = new Map();
    browser.requests = [];
    browser.troubles = [];
    let text = '';
    browser.process.stdio[4].setEncoding('utf8').on('data', (piece) => {
      text += piece;
      for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
        browser.receive(JSON.parse(text.slice(0, end)));
        text = text.slice(end + 1);
      }
    });
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    browser.session = (await browser.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await browser.send(`${domain}.enable`);
    return browser;
  }

  receive(message) {
    const { method, params } = message;
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Runtime.exceptionThrown') this.troubles.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.troubles.push(params.entry.text);
    if (method === 'Page.loadEventFired') this.loaded?.();
    this.waiting.get(message.id)?.(message);
    this.waiting.delete(message.id);
  }

  send(method, params = {}) {
    const id = (this.count = (this.count ?? 0) + 1);
    const answer = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
      this.waiting.set(id, ({ result, error }) => {
        clearTimeout(late);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
    });
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`);
    return answer;
  }

  /// Opens a page so many pixels wide and waits until it has loaded.
  async open(url, width) {
    this.requests.length = 0;
    await this.send('Emulation.setDeviceMetricsOverride', { width, height: 844, deviceScaleFactor: 1, mobile: width < 600 });
    // Two pages that differ in what follows # only would not be loaded anew.
    await this.load('about:blank');
    this.requests.length = 0;
    await this.load(url);
  }

  async load(url) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /// The value of a function that runs in the page.
  async ask(question, ...given) {
    const expression = `(${question})(...${JSON.stringify(given)})`;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async press(key) {
    const text = key.length === 1 ? key : undefined;
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }

  async type(text) {
    await this.send('Input.insertText', { text });
  }

  async stop() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    await this.send('Browser.close').catch(() => this.process.kill());
    await gone;
    rmSync(this.profile, { recursive: true, force: true });
  }
}
