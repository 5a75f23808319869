/** What changes, told to the desks as it changes. Any thread. */
@NullMarked
package vn.toancanh.server.events;

import org.jspecify.annotations.NullMarked;
