// SPDX-License-Identifier: GPL-2.0-only
/* The netdev: its life, and when it has a carrier. */
#include <linux/etherdevice.h>
#include <linux/rtnetlink.h>
#include <linux/version.h>

#include "nrtestnic.h"

/* netdev_priv */
struct nrt_netdev {
	struct nrt_slot *slot;
	struct net_device *ndev;
	/* Walks through the losses of carrier; what follows changes only while it is at rest. */
	struct delayed_work carrier;
	bool lose;		/* the next step is a loss, not a return */
	u32 down_ms;
	u32 flaps;
	u32 flap_ms;
};

struct nrt_slot *nrt_slot_of(struct net_device *ndev)
{
	struct nrt_netdev *n = netdev_priv(ndev);

	return n->slot;
}

static void nrt_carrier_step(struct nrt_netdev *n)
{
	u32 wait;

	if (n->lose) {
		netif_carrier_off(n->ndev);
		wait = n->down_ms;
	} else {
		if (n->slot->set.stay_down)
			return;
		n->slot->seen.carrier_up_ns = ktime_get_real_ns();
		netif_carrier_on(n->ndev);
		if (!n->flaps)
			return;
		n->flaps--;
		n->down_ms = n->flap_ms;
		wait = n->flap_ms;
	}
	n->lose = !n->lose;
	schedule_delayed_work(&n->carrier, msecs_to_jiffies(wait));
}

static void nrt_carrier_work(struct work_struct *work)
{
	nrt_carrier_step(container_of(work, struct nrt_netdev, carrier.work));
}

/* RTNL held.  A sibling loses its carrier by the script of the NIC that was reset. */
void nrt_lose_carrier(struct net_device *ndev, const struct nrt_settings *set)
{
	struct nrt_netdev *n = netdev_priv(ndev);

	if (!netif_running(ndev) || !(set->down_ms || set->flaps || set->stay_down))
		return;
	cancel_delayed_work_sync(&n->carrier);
	n->lose = true;
	n->flap_ms = set->flap_ms;
	n->flaps = set->flaps;
	n->down_ms = set->down_ms;
	if (!n->down_ms && n->flaps) {
		n->flaps--;
		n->down_ms = n->flap_ms;
	}
	if (set->down_after_ms)
		schedule_delayed_work(&n->carrier, msecs_to_jiffies(set->down_after_ms));
	else
		nrt_carrier_step(n);
}

/* Makes the netdev what the settings say of carrier and presence.  RTNL held. */
void nrt_heal(struct nrt_slot *slot)
{
	struct nrt_netdev *n;

	if (!slot->ndev)
		return;
	n = netdev_priv(slot->ndev);
	if (slot->set.detached)
		netif_device_detach(slot->ndev);
	else
		netif_device_attach(slot->ndev);
	if (netif_running(slot->ndev) && !slot->set.stay_down) {
		cancel_delayed_work_sync(&n->carrier);
		netif_carrier_on(slot->ndev);
	}
}

static int nrt_open(struct net_device *ndev)
{
	struct nrt_slot *slot = nrt_slot_of(ndev);

	slot->seen.opens++;
	netif_start_queue(ndev);
	if (!slot->set.stay_down)
		netif_carrier_on(ndev);
	return 0;
}

static int nrt_stop(struct net_device *ndev)
{
	struct nrt_netdev *n = netdev_priv(ndev);

	n->slot->seen.stops++;
	cancel_delayed_work_sync(&n->carrier);
	netif_carrier_off(ndev);
	netif_stop_queue(ndev);
	return 0;
}

static netdev_tx_t nrt_xmit(struct sk_buff *skb, struct net_device *ndev)
{
	struct nrt_slot *slot = nrt_slot_of(ndev);

	if (!slot->set.dead_datapath) {
		slot->seen.tx++;
		ndev->stats.tx_packets++;
		ndev->stats.tx_bytes += skb->len;
	}
	dev_kfree_skb_any(skb);
	return NETDEV_TX_OK;
}

static const struct net_device_ops nrt_netdev_ops = {
	.ndo_open = nrt_open,
	.ndo_stop = nrt_stop,
	.ndo_start_xmit = nrt_xmit,
	.ndo_set_mac_address = eth_mac_addr,
	.ndo_validate_addr = eth_validate_addr,
};

static struct net_device *nrt_alloc(struct nrt_nic *nic)
{
	u8 mac[ETH_ALEN] = { 0x02, 'n', 'r', 't', 0, nic->slot->index };
	struct net_device *ndev;
	struct nrt_netdev *n;
	char name[IFNAMSIZ];

	snprintf(name, sizeof(name), "nrt%u", nic->slot->index);
	ndev = alloc_netdev(sizeof(*n), name, NET_NAME_ENUM, ether_setup);
	if (!ndev)
		return NULL;
	n = netdev_priv(ndev);
	n->slot = nic->slot;
	n->ndev = ndev;
	INIT_DELAYED_WORK(&n->carrier, nrt_carrier_work);
	SET_NETDEV_DEV(ndev, nic->dev);
	ndev->netdev_ops = &nrt_netdev_ops;
	ndev->ethtool_ops = nrt_has_reset(nic->slot) ? &nrt_ethtool_ops : &nrt_ethtool_ops_noreset;
	/* register_netdevice() copies a permanent address into IFLA_PERM_ADDRESS. */
	ndev->addr_assign_type = NET_ADDR_PERM;
	eth_hw_addr_set(ndev, mac);
	return ndev;
}

static int nrt_register(struct nrt_slot *slot, struct net_device *ndev)
{
	int err;

	rtnl_lock();
	err = register_netdevice(ndev);
	if (!err) {
		netif_carrier_off(ndev);
		slot->ndev = ndev;
		nrt_heal(slot);
	}
	rtnl_unlock();
	return err;
}

/* Devlink lock held. */
int nrt_netdev_make(struct nrt_nic *nic)
{
	struct devlink_port_attrs attrs = {
		.flavour = DEVLINK_PORT_FLAVOUR_PHYSICAL,
		.phys.port_number = nic->slot->index,
	};
	struct net_device *ndev = nrt_alloc(nic);
	int err;

	if (!ndev)
		return -ENOMEM;
	memset(&nic->port, 0, sizeof(nic->port));
	devlink_port_attrs_set(&nic->port, &attrs);
	err = devl_port_register(priv_to_devlink(nic), &nic->port, 0);
	if (err)
		goto free;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	SET_NETDEV_DEVLINK_PORT(ndev, &nic->port);
#endif
	err = nrt_register(nic->slot, ndev);
	if (err)
		goto port;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
	devlink_port_type_eth_set(&nic->port, ndev);
#endif
	return 0;
port:
	devl_port_unregister(&nic->port);
free:
	free_netdev(ndev);
	return err;
}

/* Devlink lock held.  Nothing to do if the netdev has gone already. */
void nrt_netdev_drop(struct nrt_nic *nic)
{
	struct net_device *ndev = nic->slot->ndev;

	if (!ndev)
		return;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
	devlink_port_type_clear(&nic->port);
#endif
	rtnl_lock();
	nic->slot->ndev = NULL;
	unregister_netdevice(ndev);
	rtnl_unlock();
	devl_port_unregister(&nic->port);
	free_netdev(ndev);
}
