/** Tests of {@code ./wall} itself. */
@NullMarked
package vn.toancanh.launcher;

import org.jspecify.annotations.NullMarked;
