/** Alarms from devices, AI systems and people: taken in once, shown to whom they concern, worked off by one. Any thread. */
@NullMarked
package vn.toancanh.server.alarms;

import org.jspecify.annotations.NullMarked;
