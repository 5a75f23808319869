/** The operator client, joined from its rooms. Lanes: MAIN to start and end, DESK between. */
@NullMarked
package vn.toancanh.app.client;

import org.jspecify.annotations.NullMarked;
