/** Layouts with their versions, and people's preferences. Any thread. */
@NullMarked
package vn.toancanh.server.layouts;

import org.jspecify.annotations.NullMarked;
