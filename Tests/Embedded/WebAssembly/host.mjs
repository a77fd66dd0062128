// Loads the module given as argument, gives it memory, output and randomness, and runs its checks.
import { webcrypto } from "node:crypto";
import { readFile } from "node:fs/promises";

const heapPages = 256; // of 64 KiB
let line = "";
let module;

const environment = {
    posix_memalign: (result, alignment, size) => module.allocateFromHeap(result, alignment, size),
    free: (address) => module.freeFromHeap(address),
    putchar(character) {
        if (character === 10) {
            console.log(line);
            line = "";
        } else {
            line += String.fromCharCode(character);
        }
        return character;
    },
    arc4random_buf(address, count) {
        webcrypto.getRandomValues(new Uint8Array(module.memory.buffer, address, count));
    },
};

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), { env: environment });
module = instance.exports;
const heapStart = module.memory.grow(heapPages) * 65536;
const failed = module.runChecks(heapStart, heapStart + heapPages * 65536);
console.log(failed ? "checks failed" : "all checks passed");
process.exit(failed);
