/** The machine-readable strip in every simulated picture, and the schedule that says when each picture was due. Any thread. */
@NullMarked
package vn.toancanh.simulator.strip;

import org.jspecify.annotations.NullMarked;
