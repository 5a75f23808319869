/** What a fuzzing drill is made of: a good server and good media, and what spoils them. One thread at a time. */
@NullMarked
package vn.toancanh.bench.fuzz;

import org.jspecify.annotations.NullMarked;
