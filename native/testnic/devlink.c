// SPDX-License-Identifier: GPL-2.0-only
/* The devlink instance: reload, and the netdev's making and dropping under its lock. */
#include <linux/version.h>

#include "nrtestnic.h"

static int nrt_reload_down(struct devlink *devlink, bool netns_change,
			   enum devlink_reload_action action,
			   enum devlink_reload_limit limit,
			   struct netlink_ext_ack *extack)
{
	struct nrt_nic *nic = devlink_priv(devlink);
	int err;

	nic->slot->seen.reload_downs++;
	err = nrt_fault(&nic->slot->set.reload_down);
	if (err) {
		NL_SET_ERR_MSG(extack, NRT_NAME ": reload refused, as its script says");
		return err;
	}
	if (action == DEVLINK_RELOAD_ACTION_DRIVER_REINIT)
		nrt_netdev_drop(nic);
	return 0;
}

static int nrt_reload_up(struct devlink *devlink, enum devlink_reload_action action,
			 enum devlink_reload_limit limit, u32 *performed,
			 struct netlink_ext_ack *extack)
{
	struct nrt_nic *nic = devlink_priv(devlink);
	int err;

	nic->slot->seen.reload_ups++;
	err = nrt_fault(&nic->slot->set.reload_up);
	if (err) {
		NL_SET_ERR_MSG(extack, NRT_NAME ": not back after the reload, as its script says");
		return err;
	}
	*performed = BIT(action);
	return action == DEVLINK_RELOAD_ACTION_DRIVER_REINIT ? nrt_netdev_make(nic) : 0;
}

static const struct devlink_ops nrt_devlink_ops = {
	.reload_actions = BIT(DEVLINK_RELOAD_ACTION_DRIVER_REINIT) |
			  BIT(DEVLINK_RELOAD_ACTION_FW_ACTIVATE),
	.reload_limits = BIT(DEVLINK_RELOAD_LIMIT_NO_RESET),
	.reload_down = nrt_reload_down,
	.reload_up = nrt_reload_up,
};

/* A delayed reset's aftermath: the NIC goes away by itself; bind or reload brings it back. */
static void nrt_vanish(struct work_struct *work)
{
	struct nrt_slot *slot = container_of(work, struct nrt_slot, vanish.work);
	struct devlink *devlink = priv_to_devlink(slot->nic);

	devl_lock(devlink);
	nrt_netdev_drop(slot->nic);
	devl_unlock(devlink);
}

int nrt_devlink_make(struct platform_device *pdev, struct nrt_slot *slot)
{
	struct devlink *devlink = devlink_alloc(&nrt_devlink_ops, sizeof(struct nrt_nic), &pdev->dev);
	struct nrt_nic *nic;
	int err;

	if (!devlink)
		return -ENOMEM;
	nic = devlink_priv(devlink);
	nic->slot = slot;
	nic->dev = &pdev->dev;
	INIT_DELAYED_WORK(&slot->vanish, nrt_vanish);
	slot->nic = nic;
	platform_set_drvdata(pdev, devlink);
	devl_lock(devlink);
	err = nrt_netdev_make(nic);
	devl_unlock(devlink);
	if (err) {
		slot->nic = NULL;
		devlink_free(devlink);
		return err;
	}
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 5, 0)
	devlink_set_features(devlink, DEVLINK_F_RELOAD);
#endif
	devlink_register(devlink);
	return 0;
}

void nrt_devlink_drop(struct platform_device *pdev)
{
	struct devlink *devlink = platform_get_drvdata(pdev);
	struct nrt_nic *nic = devlink_priv(devlink);
	struct nrt_slot *slot = nic->slot;

	devlink_unregister(devlink);
	devl_lock(devlink);
	nrt_netdev_drop(nic);
	devl_unlock(devlink);
	/* Without a netdev no reset can start it again. */
	cancel_delayed_work_sync(&slot->vanish);
	slot->nic = NULL;
	devlink_free(devlink);
}
