/**
 * Layouts as files that people write: a strict profile of YAML, read with the place of every fault, and a writer that writes the
 * same always. Nothing here writes into a person's file. Also the words that the server's contract has for the same. Any thread.
 */
@NullMarked
package vn.toancanh.layouts;

import org.jspecify.annotations.NullMarked;
