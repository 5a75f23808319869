/** Street scenes drawn in perspective: one world a camera, everything that moves periodic in the loop. One thread a scene. */
@NullMarked
package vn.toancanh.simulator.scene;

import org.jspecify.annotations.NullMarked;
