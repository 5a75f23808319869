/**
 * Sticks in the hands of whoever works at this desk: what their axes and buttons mean, and that none moves a head by itself. The
 * outside world is behind {@link vn.toancanh.ptz.stick.StickPort}. Lane: STICK.
 */
@NullMarked
package vn.toancanh.ptz.stick;

import org.jspecify.annotations.NullMarked;
