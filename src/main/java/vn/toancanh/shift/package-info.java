/**
 * What happens at a desk from a sign-on to the handover: noted as it happens, kept on this machine, and told as a report. Lane:
 * DESK.
 */
@NullMarked
package vn.toancanh.shift;

import org.jspecify.annotations.NullMarked;
