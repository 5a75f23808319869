/** The right to play a stream for a while. Any thread. */
@NullMarked
package vn.toancanh.server.streams;

import org.jspecify.annotations.NullMarked;
