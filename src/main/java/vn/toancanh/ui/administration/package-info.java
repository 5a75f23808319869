/** Users, roles, sites, the policy of streams and one's own account, to be looked at and changed. FX thread. */
@NullMarked
package vn.toancanh.ui.administration;

import org.jspecify.annotations.NullMarked;
