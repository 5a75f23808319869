/** The shared-memory picture format, both ends. Any lane; one writer and one reader a strip. */
@NullMarked
package vn.toancanh.frames;

import org.jspecify.annotations.NullMarked;
