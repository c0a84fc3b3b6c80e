/** How threads are reached by signal, in a process that is simulated: what no test could wait for or bring about. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { broadcast } from "../../src/enforce/broadcast.ts";
import { MOST_RECORDS } from "../../src/enforce/orders.ts";
import { SimulatedProcess, type SimulatedThread } from "./simulated_process.ts";

/** Restricts every thread and checks that none was left out. */
function reachAll(process: SimulatedProcess): number {
  const count = broadcast(process.input());
  assert.equal([...process.threads.values()].filter(({ restricted }) => !restricted), []);
  assert.is(process.action % 2, 0, "the old action is put back");
  return count;
}

const answerAll = (process: SimulatedProcess) => () => process.others().forEach((one) => process.answer(one));

test("every thread gets one signal and answers", () => {
  const process = new SimulatedProcess(3);
  process.onPause = answerAll(process);
  assert.is(reachAll(process), 4);
  assert.is(process.signals, 3);
});

test("a thread that gets no processor for ten minutes is waited for", () => {
  const process = new SimulatedProcess(1);
  const [starved] = process.others() as [SimulatedThread];
  starved.state = "R";
  process.onPause = () => {
    process.milliseconds += 100;
    if (process.milliseconds > 600_000) process.answer(starved);
  };
  reachAll(process);
});

test("a thread that sleeps and gets on in between is waited for", () => {
  const process = new SimulatedProcess(1);
  const [slow] = process.others() as [SimulatedThread];
  slow.state = "D";
  process.onPause = () => {
    process.milliseconds += 40;
    slow.switches = Math.floor(process.milliseconds / 5_000);
    if (process.milliseconds > 60_000) process.answer(slow);
  };
  reachAll(process);
});

test("time in which this process does not get on either does not count", () => {
  const process = new SimulatedProcess(1);
  const [waiting] = process.others() as [SimulatedThread];
  waiting.state = "D";
  let pauses = 0;
  process.onPause = () => {
    process.milliseconds += 60_000;
    if (++pauses === 20) process.answer(waiting);
  };
  reachAll(process);
});

test("a thread that shows no sign of life is an error, ten seconds after the last one", () => {
  const process = new SimulatedProcess(2);
  const [hung, other] = process.others() as [SimulatedThread, SimulatedThread];
  hung.state = "D";
  process.onPause = () => {
    process.milliseconds += 10;
    if (process.milliseconds < 30_000) hung.switches = Math.floor(process.milliseconds / 3_000);
    process.answer(other);
  };
  assert.throws(() => broadcast(process.input()), /thread 2 does not answer.*Some threads are restricted/);
  assert.ok(process.milliseconds > 36_000 && process.milliseconds < 45_000, `${process.milliseconds}`);
  assert.is(process.action, 1, "the handler stays: the old action would end the process");
});

test("a thread that keeps the signal blocked is an error however busy it is", () => {
  const process = new SimulatedProcess(1);
  const input = process.input();
  const [deaf] = process.others() as [SimulatedThread];
  Object.assign(deaf, { blocks: true, state: "R" });
  process.onPause = () => {
    process.milliseconds += 10;
    deaf.switches++;
  };
  assert.throws(() => broadcast(input), /thread 2 does not answer/);
});

test("before: a thread that blocks the signal is waited for while it gets no processor, and no longer", () => {
  const process = new SimulatedProcess(1);
  const [thread] = process.others() as [SimulatedThread];
  Object.assign(thread, { blocks: true, state: "R" });
  process.onPause = () => {
    process.milliseconds += 10;
    if (process.milliseconds > 60_000) thread.blocks = false;
  };
  assert.is(process.obstacle(), undefined);
  const deaf = new SimulatedProcess(1);
  Object.assign(deaf.others()[0] as SimulatedThread, { blocks: true, state: "S" });
  deaf.onPause = () => void (deaf.milliseconds += 10);
  assert.is(deaf.obstacle(), "thread 2 blocks signal 33");
});

test("threads that never answer and are made without pause by a restricted one do not keep it from ending", () => {
  const process = new SimulatedProcess(1);
  const [maker] = process.others() as [SimulatedThread];
  const made: SimulatedThread[] = [];
  const makeAnother = () => {
    process.answer(maker);
    made.push(process.make(maker));
    const ended = made.length > 2 ? made.shift() : undefined;
    if (ended !== undefined) process.threads.delete(ended.id);
  };
  process.onPause = makeAnother;
  const all = process.list;
  process.list = () => {
    if (process.listings > 10_000) throw new Error("It goes on for ever");
    // Some listings see no thread end
    if (process.listings % 3 === 0) makeAnother();
    return all();
  };
  reachAll(process);
  assert.ok(process.signals < 6, `${process.signals}`);
});

test("without the mark such threads are signalled as well", () => {
  const process = new SimulatedProcess(2);
  process.hasMark = false;
  process.onPause = answerAll(process);
  const [maker] = process.others() as [SimulatedThread];
  let made = 0;
  process.onSignal = () => {
    if (made++ < 5) process.make(maker);
  };
  assert.is(reachAll(process), 8);
  assert.is(process.signals, 7);
});

test("a thread that one makes after the listing and before its answer is not missed", () => {
  const process = new SimulatedProcess(1);
  let generations = 0;
  // Answers at once, so that nobody is waited for, but has made another one just before
  process.onSignal = (thread) => {
    if (generations++ < 5) process.make(thread);
    process.answer(thread);
  };
  reachAll(process);
  assert.is(generations, 6);
});

test("a thread that listings miss because they were cut short is not missed", () => {
  const process = new SimulatedProcess(5);
  const hidden = process.others().at(-1) as SimulatedThread;
  process.onPause = () =>
    process.others().filter((one) => one !== hidden).forEach((one) => process.answer(one));
  process.onSignal = (thread) => thread === hidden && process.answer(thread);
  const input = process.input();
  const all = process.list;
  // The last one shown ends right then, which hides what comes after: as many are shown as there are
  process.list = () => {
    const shown = all();
    if (shown.length === 2) return shown;
    const ending = shown.at(-2) as number;
    process.threads.delete(ending);
    return shown.slice(0, -1);
  };
  broadcast(input);
  assert.equal(process.others().map(({ id, restricted }) => [id, restricted]), [[hidden.id, true]]);
});

test("a thread that is ending is not waited for, but the one it made is", () => {
  const process = new SimulatedProcess(1);
  const [ending] = process.others() as [SimulatedThread];
  process.onPause = () => {
    process.milliseconds += 30;
    if (process.threads.size === 2) process.make(ending);
    ending.exiting = true;
    process.others().filter((one) => one !== ending).forEach((one) => process.answer(one));
  };
  broadcast(process.input());
  assert.equal(process.others().map(({ restricted }) => restricted), [false, true]);
});

test("more threads answer than there are records", () => {
  const process = new SimulatedProcess(50);
  let ended = 0;
  process.hasMark = false;
  process.onPause = () => {
    for (const thread of process.others()) {
      process.answer(thread);
      if (ended++ > 3 * MOST_RECORDS) continue;
      process.threads.delete(thread.id);
      process.make();
    }
  };
  assert.is(reachAll(process), 51);
  assert.ok(process.signals > 3 * MOST_RECORDS);
});

test("there are more threads than records", () => {
  const process = new SimulatedProcess(2 * MOST_RECORDS);
  process.onPause = answerAll(process);
  assert.is(reachAll(process), 2 * MOST_RECORDS + 1);
});

test("a new thread with the id of one that has answered is not taken for it", () => {
  const process = new SimulatedProcess(2);
  const [one, other] = process.others() as [SimulatedThread, SimulatedThread];
  let pauses = 0;
  process.onPause = () => {
    pauses++;
    if (pauses === 1) process.answer(one);
    if (pauses === 2) process.threads.delete(one.id);
    if (pauses === 4) process.replace(one.id);
    if (pauses > 5) process.answer(other);
    if (pauses > 6) answerAll(process)();
  };
  reachAll(process);
});

test("a thread whose id another has taken over before the signal came gets one of its own", () => {
  const process = new SimulatedProcess(1);
  const [one] = process.others() as [SimulatedThread];
  let pauses = 0;
  process.onPause = () => {
    process.milliseconds += 10;
    if (pauses++ === 0) process.replace(one.id);
    else answerAll(process)();
  };
  reachAll(process);
  assert.is(process.signals, 2);
});

test("a thread that the kernel refuses to restrict is an error", () => {
  const process = new SimulatedProcess(1);
  process.onPause = () => process.others().forEach((one) => process.answer(one, -7));
  assert.throws(() => broadcast(process.input()), /thread 2 was refused: E2BIG/);
});

test.run();
