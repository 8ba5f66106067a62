// Shows what the sandbox sends. Texts come from anybody, so they become text nodes and never HTML.
"use strict";

const MOST = 200;
const SIGNS = {added: "+ added", changed: "~ changed", removed: "− removed"};
const GROUPS = {colleague: "Play a colleague in Auth0's dashboard", fault: "Break something", tenant: "The tenant"};

const find = id => document.getElementById(id);

/** An element with attributes and children; a child that is a string becomes text. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function time(text) {
  return element("time", {datetime: text}, new Date(text).toLocaleTimeString([], {hour12: false}));
}

function count(text) {
  return text.split("\n").length > 1 ? text.split("\n").length + " lines" : [...text].length + " characters";
}

/** A sentence in which each command of Maven looks like one. */
function sentence(text) {
  return text.split(/(mvn messagemedia:[a-z]+)/).map((part, index) =>
    index % 2 === 1 ? element("code", {}, part) : part);
}

/** A value: short ones stand as they are, long ones open. */
function value(text, name) {
  if (text.length <= 160 && !text.includes("\n")) {
    return element(name, {class: "value"}, text === "" ? "(empty)" : text);
  }
  return element("details", {class: "value"}, element("summary", {}, count(text)), element("pre", {}, text));
}

/** The lines that differ between two long texts: what they share at both ends is left out. */
function difference(before, after) {
  const from = before.split("\n");
  const to = after.split("\n");
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) {
    head++;
  }
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head
      && from[from.length - 1 - tail] === to[to.length - 1 - tail]) {
    tail++;
  }
  const lines = from.slice(head, from.length - tail).map(line => "− " + line)
    .concat(to.slice(head, to.length - tail).map(line => "+ " + line));
  return element("pre", {class: "difference"}, "From line " + (head + 1) + ":\n" + lines.join("\n"));
}

function leaf(item, key) {
  const row = element("li", {"data-path": item.path.join("."), "data-mark": item.mark},
    element("span", {class: "key"}, key), " ");
  if (item.mark !== "") {
    row.append(element("span", {class: "mark"}, SIGNS[item.mark]), " ");
  }
  if (item.mark === "removed") {
    row.append(element("del", {}, value(item.before, "span")));
    return row;
  }
  if (item.mark === "changed" && (item.before + item.text).includes("\n")) {
    row.append(difference(item.before, item.text));
  } else if (item.mark === "changed") {
    row.append(element("del", {}, value(item.before, "span")), " → ");
  }
  row.append(value(item.text, "span"));
  return row;
}

/** The leaves as a tree of lists, in their order. */
function tree(leaves) {
  const root = element("ul", {class: "tree"});
  const branches = new Map([["[]", root]]);
  const branch = path => {
    const name = JSON.stringify(path);
    if (!branches.has(name)) {
      const list = element("ul", {class: "tree"});
      branch(path.slice(0, -1)).append(
        element("li", {}, element("span", {class: "key"}, path[path.length - 1]), list));
      branches.set(name, list);
    }
    return branches.get(name);
  };
  for (const item of leaves) {
    branch(item.path.slice(0, -1)).append(leaf(item, item.path[item.path.length - 1]));
  }
  return root;
}

function section(item) {
  const marks = item.leaves.filter(one => one.mark !== "").length;
  const shown = element("div", {"data-section": item.id}, element("h3", {}, item.title), tree(item.leaves));
  if (item.leaves.length === 0) {
    shown.append(element("p", {}, "(empty)"));
  }
  if (item.more > 0) {
    shown.append(element("p", {}, "… and " + item.more + " more values"));
  }
  shown.setAttribute("data-marks", String(marks));
  return shown;
}

let shownTenant = "";

function showTenant(news) {
  const now = JSON.stringify([news.tenant, news.change]);
  if (now === shownTenant) {
    return;
  }
  shownTenant = now;
  find("sections").replaceChildren(...news.tenant.map(section));
  const {paths, cause} = news.change;
  if (paths.length > 0) {
    const words = paths.slice(0, 5).map((one, index) =>
      (index > 0 && paths[index - 1].section === one.section ? "" : one.section + ": ") + one.path + " " + one.kind)
      .join(", ");
    const rest = paths.length > 5 ? " and " + (paths.length - 5) + " more" : "";
    find("last-change").replaceChildren(
      "Last change, ", time(news.change.time), ", by " + cause + ". " + words + rest + ". The marks show it.");
  }
}

function lastRequest(item) {
  if (item.time === "") {
    return ["none yet"];
  }
  const status = item.status < 0 ? "no reply" : String(item.status);
  return [time(item.time), " ", element("span", {class: "status"}, status), " ", element("code", {}, item.request)];
}

function tenantRow(item) {
  const own = item.path === "/" ? item.name + " (this page)" : element("a", {href: "." + item.path}, item.name);
  return element("tr", {"data-tenant": item.name, "data-fault": item.status < 0 || item.status >= 400},
    element("th", {scope: "row"}, own), element("td", {}, item.state), element("td", {}, ...lastRequest(item)));
}

const shownTenants = new Map();

/** Adds rows and changes those that differ. The others stay where they are: somebody may read or point at one. */
function showTenants(items) {
  const rows = find("tenants-rows");
  const names = new Set(items.map(item => item.name));
  [...rows.children].filter(row => !names.has(row.dataset.tenant)).forEach(row => row.remove());
  items.forEach((item, index) => {
    const text = JSON.stringify(item);
    const there = rows.children[index];
    if (there === undefined || there.dataset.tenant !== item.name) {
      rows.insertBefore(tenantRow(item), there || null);
    } else if (shownTenants.get(item.name) !== text) {
      update(there, tenantRow(item));
    }
    shownTenants.set(item.name, text);
  });
  find("tenants").hidden = items.length < 2;
  find("tenants-count").textContent = items.length + " tenants, each with a page of its own.";
}

/** Puts the cells of a new row into an old one, and leaves its link alone: it may have the focus. */
function update(row, fresh) {
  row.dataset.fault = fresh.dataset.fault;
  while (row.children.length > 1) {
    row.lastElementChild.remove();
  }
  row.append(...[...fresh.children].slice(1));
}

function message(item) {
  const from = item.sender === "" ? "no sender" : item.sender;
  const fate = item.accepted ? "" : ", refused: nobody gets it";
  return element("article", {class: "message", "data-number": item.number, "data-accepted": item.accepted},
    element("div", {class: "about"}, "From " + from + " to " + item.recipient + fate),
    element("p", {}, item.text),
    element("div", {class: "about"}, time(item.time), " through " + item.way));
}

function body(title, text, name) {
  return text === "" ? [] : [element("div", {class: "about"}, title), element("pre", {class: name}, text)];
}

function request(item) {
  const lost = item.status < 0;
  const status = lost ? "no reply" : String(item.status);
  const changes = item.changes.map(one => element("li", {"data-mark": one.kind},
    element("span", {class: "mark"}, SIGNS[one.kind]), " " + one.section + ": " + one.path));
  const told = item.changes.length === 0 ? "" : ", changed " + item.changes.length
    + (item.changes.length === 1 ? " value" : " values");
  return element("li", {class: "request", "data-number": item.number, "data-status": item.status,
    "data-fault": lost || item.status >= 400},
    element("details", {},
      element("summary", {}, time(item.time), " ", element("span", {class: "status"}, status), " ",
        element("code", {}, item.method + " " + item.target), element("span", {class: "about"}, told)),
      ...(changes.length === 0 ? [] : [element("ul", {}, ...changes)]),
      ...body("Request", item.sent, "sent"),
      ...body("Reply", item.answer, "answer"),
      ...(item.sent + item.answer === "" ? [element("p", {class: "about"}, "No body in either direction.")] : [])));
}

/** Keeps the newest entries of a list, whose newest is the first. */
function trim(list) {
  while (list.children.length > MOST) {
    list.lastElementChild.remove();
  }
}

function showMessages(items) {
  const list = find("messages");
  for (const item of items) {
    list.prepend(message(item));
  }
  trim(list);
  find("no-messages").hidden = list.children.length > 0;
}

function showRequests(items) {
  const list = find("requests");
  for (const item of items) {
    list.prepend(request(item));
  }
  trim(list);
  find("no-requests").hidden = list.children.length > 0;
}

async function press(item) {
  const result = find("result");
  if (item.blocked !== "") {
    result.replaceChildren(...sentence(item.blocked));
    return;
  }
  try {
    const reply = await fetch("ui/buttons/" + item.id, {method: "POST"});
    const told = reply.ok ? "Done: " + item.label + ". " + item.next : await reply.text();
    result.replaceChildren(...sentence(told));
  } catch (unused) {
    result.textContent = "The sandbox is not running.";
  }
}

let shownButtons = "";

function showButtons(items) {
  const now = JSON.stringify(items);
  if (now === shownButtons) {
    return;
  }
  shownButtons = now;
  const focused = document.activeElement ? document.activeElement.getAttribute("data-button") : null;
  const groups = Object.keys(GROUPS).map(group => element("div", {"data-group": group},
    element("h3", {}, GROUPS[group]),
    ...items.filter(item => item.group === group).map(choice)));
  find("buttons").replaceChildren(...groups);
  if (focused !== null) {
    const again = document.querySelector("[data-button=\"" + CSS.escape(focused) + "\"]");
    if (again !== null) {
      again.focus();
    }
  }
}

function choice(item) {
  const blocked = item.blocked !== "";
  const pressed = element("button", {type: "button", "data-button": item.id, "aria-describedby": "next-" + item.id,
    "aria-disabled": blocked}, item.label);
  pressed.addEventListener("click", () => press(item));
  return element("div", {class: "choice"}, pressed,
    element("p", {id: "next-" + item.id}, ...sentence(blocked ? item.blocked : item.next)));
}

function show(news) {
  // What was there before the page opened is not read out.
  find("messages").setAttribute("aria-busy", news.first);
  if (news.first) {
    find("messages").replaceChildren();
    find("requests").replaceChildren();
  }
  showTenants(news.tenants);
  showTenant(news);
  showButtons(news.buttons);
  showMessages(news.messages);
  showRequests(news.requests);
}

function state(name, text) {
  const status = find("status");
  if (status.dataset.state !== name) {
    status.dataset.state = name;
    status.textContent = text;
  }
}

function connect() {
  const source = new EventSource("ui/events");
  source.onmessage = event => {
    state("open", "Connected. This page updates by itself.");
    show(JSON.parse(event.data));
  };
  source.onerror = () => {
    state("lost", "No connection to the sandbox. This page connects again when it runs.");
    // A refusal ends the source for good; a lost connection it repairs by itself.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(connect, 3000);
    }
  };
}

/** The name of this page's tenant; empty for the one at the sandbox's root. */
const name = location.pathname.split("/")[1];
if (name !== "") {
  const title = "MessageMedia sandbox: " + name;
  document.title = title;
  find("title").textContent = title;
  find("back").hidden = false;
}
find("address").textContent = location.origin + (name === "" ? "" : "/" + name);
connect();
