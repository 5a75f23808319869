/**
 * Taking real cameras into the catalogue: looking at a device by ONVIF, what of it is proposed as a camera, and what has become
 * otherwise since it was looked at last. Looking blocks and is for threads named NET; the rest is pure.
 */
@NullMarked
package vn.toancanh.commissioning;

import org.jspecify.annotations.NullMarked;
