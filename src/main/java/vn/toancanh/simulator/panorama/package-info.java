/** What heads see: a drawn panorama all around, of which a picture shows a window. One thread a renderer. */
@NullMarked
package vn.toancanh.simulator.panorama;

import org.jspecify.annotations.NullMarked;
