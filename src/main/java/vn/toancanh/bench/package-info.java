/** Measurements of the running product, by name. Each prints one JSON object as its last line. Lane: MAIN. */
@NullMarked
package vn.toancanh.bench;

import org.jspecify.annotations.NullMarked;
