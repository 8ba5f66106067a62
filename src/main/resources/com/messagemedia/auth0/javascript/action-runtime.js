'use strict';
// What Auth0's Node runtime gives an Action of a custom phone provider, as far as such Actions use it.
// Java gives `host`: script() is the run, fetch(method, url, headers, body) makes a request at once, log(line) and end(outcome, reason).
// Time is virtual. When no promise can go on, Java calls tick(), which fires the earliest timer.
(() => {
  const { code, handler, event: eventText, secrets, now: start, limit } = host.script();
  const { host: java } = globalThis;
  let clock = start;
  let timers = [];
  let timerCount = 0;

  const end = (outcome, reason) => java.end(outcome, reason);

  const errorText = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : `Thrown: ${String(error)}`);

  // Timers and time.

  const addTimer = (action, delay, every) => {
    timerCount += 1;
    timers.push({ id: timerCount, at: clock + Math.max(1, Number(delay) || 0), action, every });
    return timerCount;
  };

  const clearTimer = (id) => {
    timers = timers.filter((timer) => timer.id !== id);
  };

  globalThis.setTimeout = (action, delay, ...values) => addTimer(() => action(...values), delay, false);
  globalThis.setInterval = (action, delay, ...values) => addTimer(() => action(...values), delay, true);
  globalThis.setImmediate = (action, ...values) => addTimer(() => action(...values), 0, false);
  globalThis.clearTimeout = clearTimer;
  globalThis.clearInterval = clearTimer;
  globalThis.clearImmediate = clearTimer;

  globalThis.tick = () => {
    const next = timers.reduce((first, timer) => (first === undefined || timer.at < first.at ? timer : first), undefined);
    if (next === undefined || next.at - start > limit) {
      end('THREW', `The Action ran longer than ${limit / 1000} s.`);
      return;
    }
    clock = next.at;
    clearTimer(next.id);
    if (next.every) {
      timers.push({ ...next, at: clock + 1 });
    }
    try {
      next.action();
    } catch (error) {
      end('THREW', errorText(error));
    }
  };

  const later = (delay, signal) => new Promise((resolve, reject) => {
    if (signal && signal.aborted) {
      reject(signal.reason);
      return;
    }
    const id = delay === undefined ? 0 : addTimer(resolve, delay, false);
    if (signal) {
      signal.addEventListener('abort', () => {
        clearTimer(id);
        reject(signal.reason);
      });
    }
  });

  const RealDate = Date;
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [clock] : parts));
    }

    static now() {
      return clock;
    }
  };
  globalThis.performance = { now: () => clock - start };

  // Abort.

  class DOMException extends Error {
    constructor(message, name) {
      super(message);
      Object.defineProperty(this, 'name', { value: name });
    }
  }

  class AbortSignal {
    constructor() {
      this.aborted = false;
      this.reason = undefined;
      this.onabort = null;
      this.listeners = [];
    }

    addEventListener(type, listener) {
      if (type === 'abort') {
        this.listeners.push(listener);
      }
    }

    removeEventListener(type, listener) {
      this.listeners = this.listeners.filter((known) => known !== listener);
    }

    throwIfAborted() {
      if (this.aborted) {
        throw this.reason;
      }
    }

    static timeout(delay) {
      const controller = new AbortController();
      const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      addTimer(() => controller.abort(reason), delay, false);
      return controller.signal;
    }
  }

  class AbortController {
    constructor() {
      this.signal = new AbortSignal();
    }

    abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
      const { signal } = this;
      if (signal.aborted) {
        return;
      }
      signal.aborted = true;
      signal.reason = reason;
      signal.listeners.forEach((listener) => listener({ type: 'abort', target: signal }));
      if (signal.onabort) {
        signal.onabort({ type: 'abort', target: signal });
      }
    }
  }

  // Text and bytes.

  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

  const toBase64 = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const [a, b, c] = [bytes[i], bytes[i + 1] || 0, bytes[i + 2] || 0];
      text += ALPHABET[a >> 2] + ALPHABET[((a & 3) << 4) | (b >> 4)];
      text += i + 1 < bytes.length ? ALPHABET[((b & 15) << 2) | (c >> 6)] : '=';
      text += i + 2 < bytes.length ? ALPHABET[c & 63] : '=';
    }
    return text;
  };

  const fromBase64 = (text) => {
    const bytes = [];
    let bits = 0;
    let count = 0;
    for (const letter of text.replace(/-/g, '+').replace(/_/g, '/').replace(/[^A-Za-z0-9+/]/g, '')) {
      bits = ((bits << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes.push((bits >> count) & 255);
      }
    }
    return bytes;
  };

  const latin1 = (text) => [...text].map((letter) => {
    if (letter.codePointAt(0) > 255) {
      throw new DOMException('Invalid character', 'InvalidCharacterError');
    }
    return letter.charCodeAt(0);
  });

  globalThis.btoa = (text) => toBase64(latin1(String(text)));
  globalThis.atob = (text) => String.fromCharCode(...fromBase64(String(text)));

  const decoders = {
    base64: fromBase64,
    hex: (text) => (text.match(/../g) || []).map((pair) => parseInt(pair, 16)),
    latin1,
    utf8: (text) => new TextEncoder().encode(text),
  };

  const encoders = {
    base64: toBase64,
    hex: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    latin1: (bytes) => String.fromCharCode(...bytes),
    utf8: (bytes) => new TextDecoder().decode(bytes),
  };

  const codec = (all, name = 'utf8') => all[String(name).toLowerCase().replace('utf-8', 'utf8').replace('binary', 'latin1')];

  globalThis.Buffer = class Buffer extends Uint8Array {
    static from(value, encoding) {
      return super.from(typeof value === 'string' ? codec(decoders, encoding)(value) : value);
    }

    toString(encoding) {
      return codec(encoders, encoding)(this);
    }
  };

  // fetch.

  class Headers {
    constructor(given = {}) {
      this.values = {};
      const pairs = typeof given[Symbol.iterator] === 'function' ? given : Object.entries(given);
      [...pairs].forEach(([name, value]) => this.set(name, value));
    }

    set(name, value) {
      const text = String(value).trim();
      if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(text)) {
        throw new TypeError(`Headers: the value of ${name} cannot be sent`);
      }
      this.values[name.toLowerCase()] = text;
    }

    get(name) {
      const value = this.values[name.toLowerCase()];
      return value === undefined ? null : value;
    }

    has(name) {
      return this.get(name) !== null;
    }

    delete(name) {
      delete this.values[name.toLowerCase()];
    }

    entries() {
      return Object.entries(this.values)[Symbol.iterator]();
    }

    forEach(action) {
      Object.entries(this.values).forEach(([name, value]) => action(value, name, this));
    }

    [Symbol.iterator]() {
      return this.entries();
    }
  }

  class URLSearchParams {
    constructor(given = {}) {
      this.pairs = (typeof given[Symbol.iterator] === 'function' ? [...given] : Object.entries(given))
        .map(([name, value]) => [String(name), String(value)]);
    }

    append(name, value) {
      this.pairs.push([String(name), String(value)]);
    }

    set(name, value) {
      this.pairs = [...this.pairs.filter(([known]) => known !== name), [String(name), String(value)]];
    }

    get(name) {
      const pair = this.pairs.find(([known]) => known === name);
      return pair === undefined ? null : pair[1];
    }

    toString() {
      const form = (text) => encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
      return this.pairs.map(([name, value]) => `${form(name)}=${form(value)}`).join('&');
    }
  }

  class Response {
    constructor(answer, signal, url) {
      this.status = answer.status;
      this.ok = answer.status >= 200 && answer.status < 300;
      this.statusText = '';
      this.type = 'basic';
      this.url = url;
      this.headers = new Headers(answer.headers);
      this.bodyUsed = false;
      this.readBody = async () => {
        if (answer.bodyDelay > 0) {
          await later(answer.bodyDelay, signal);
        }
        return answer.body;
      };
    }

    async text() {
      if (this.bodyUsed) {
        throw new TypeError('Body is unusable: Body has already been read');
      }
      this.bodyUsed = true;
      return this.readBody();
    }

    async json() {
      return JSON.parse(await this.text());
    }
  }

  const failed = (failure) => {
    const error = new TypeError('fetch failed');
    error.cause = Object.assign(new Error(failure), { code: failure });
    return error;
  };

  const isRedirect = (answer, response) => [301, 302, 303, 307, 308].includes(answer.status) && response.headers.has('location');

  // The next request after a redirect (Fetch standard, "HTTP-redirect fetch").
  const redirected = (request, answer, location) => {
    const origin = (url) => url.split('/').slice(0, 3).join('/');
    const url = /^https?:/i.test(location) ? location : origin(request.url) + location;
    const headers = { ...request.headers };
    if (origin(url) !== origin(request.url)) {
      delete headers.authorization;
    }
    const toGet = answer.status === 303 || (answer.status < 303 && request.method === 'POST');
    return toGet ? { url, headers, method: 'GET', body: '' } : { ...request, url, headers };
  };

  const exchange = async (request, options, redirects) => {
    if (options.signal) {
      options.signal.throwIfAborted();
    }
    const answer = java.fetch(request.method, request.url, request.headers, request.body);
    if (answer.failure !== undefined) {
      throw failed(answer.failure);
    }
    // An answer without a status is a server that never answers.
    if (answer.status === undefined || answer.delay > 0) {
      await later(answer.delay, options.signal);
    }
    const response = new Response(answer, options.signal, request.url);
    if (!isRedirect(answer, response) || options.redirect === 'manual') {
      return response;
    }
    if (options.redirect === 'error' || redirects === 0) {
      throw failed('unexpected redirect');
    }
    return exchange(redirected(request, answer, response.headers.get('location')), options, redirects - 1);
  };

  globalThis.fetch = async (url, options = {}) => {
    const headers = new Headers(options.headers || {});
    const { body } = options;
    const form = body instanceof URLSearchParams;
    if (body !== undefined && body !== null && !headers.has('content-type')) {
      headers.set('content-type', form ? 'application/x-www-form-urlencoded;charset=UTF-8' : 'text/plain;charset=UTF-8');
    }
    const request = {
      method: (options.method || 'GET').toUpperCase(),
      url: String(url),
      headers: headers.values,
      body: body === undefined || body === null ? '' : String(body),
    };
    return exchange(request, options, 20);
  };

  Object.assign(globalThis, { AbortController, AbortSignal, DOMException, Headers, Response, URLSearchParams });

  // Console and the module.

  const shown = (value) => {
    if (value instanceof Error) {
      return errorText(value);
    }
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  };
  const log = (...values) => java.log(values.map(shown).join(' '));
  globalThis.console = { log, info: log, warn: log, error: log, debug: log, trace: log };

  globalThis.global = globalThis;
  globalThis.process = { env: {} };
  globalThis.crypto = {
    randomUUID: () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16)),
  };

  const require = (name) => {
    throw new Error(`Cannot find module '${name}': this runtime has neither npm packages nor Node's own modules`);
  };

  // Auth0 promises nothing about the cache from one run to the next, so that it lives for one run here.
  const cache = new Map();
  const record = (key) => {
    const found = cache.get(key);
    return found !== undefined && found.expires_at > clock ? found : undefined;
  };

  let verdict = ['DONE', ''];
  const api = {
    notification: {
      drop: (reason) => {
        verdict = ['DROPPED', String(reason).slice(0, 1024)];
      },
      retry: (reason) => {
        verdict = ['RETRY', String(reason).slice(0, 1024)];
      },
    },
    cache: {
      get: record,
      set: (key, value, options = {}) => {
        const entry = { value: String(value), expires_at: options.expires_at || clock + (options.ttl || 900000) };
        cache.set(key, entry);
        return { type: 'success', record: entry };
      },
      delete: (key) => {
        cache.delete(key);
        return { type: 'success' };
      },
    },
  };

  const run = async () => {
    const module = { exports: {} };
    new Function('exports', 'require', 'module', code)(module.exports, require, module);
    const action = module.exports[handler];
    if (typeof action !== 'function') {
      throw new TypeError(`the code exports no function ${handler}`);
    }
    await action({ ...JSON.parse(eventText), secrets }, api);
  };

  run().then(() => end(...verdict), (error) => end('THREW', errorText(error)));
})();
