/** What people sign: rounds and handovers, as they were written, for ever. Any thread; blocks. */
@NullMarked
package vn.toancanh.server.records;

import org.jspecify.annotations.NullMarked;
