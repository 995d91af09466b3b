/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * nrtestnic - network devices whose resets can be scripted.
 *
 * A slot is one device's script and its diary.  It lives as long as the
 * module, so that both outlive the netdev, which an unbind, a devlink reload
 * or a scripted disappearance takes away.
 *
 * Locking: RTNL guards slot->ndev and everything done to it.  The devlink
 * instance lock, taken first, guards the making and the dropping of the netdev.
 * Settings and counters are plain words: the tester changes them between resets.
 */
#ifndef NRTESTNIC_H
#define NRTESTNIC_H

#include <linux/ethtool.h>
#include <linux/netdevice.h>
#include <linux/platform_device.h>
#include <linux/workqueue.h>
#include <net/devlink.h>

#define NRT_NAME	"nrtestnic"
#define NRT_MAX		16

/* The bits of enum ethtool_reset_flags that name a component. */
#define NRT_COMPONENTS	9
#define NRT_DEDICATED	GENMASK(NRT_COMPONENTS - 1, 0)
#define NRT_NAMED	(NRT_DEDICATED | NRT_DEDICATED << ETH_RESET_SHARED_SHIFT)
#define NRT_LINK	(ETH_RESET_MAC | ETH_RESET_PHY)

/* What a reset says about itself. */
enum nrt_lie {
	NRT_HONEST,		/* clears the bits of what it reset */
	NRT_CLAIMS_ALL,		/* clears every bit, does nothing at all */
	NRT_CLAIMS_NOTHING,	/* resets what is supported, clears no bit (as hns3 did once) */
	NRT_RETURNS_UNASKED,	/* honest, but sets every named bit that was not asked for */
	NRT_ZEROES_FLAGS,	/* resets what is supported, clears every bit (as bnxt_en did once) */
};

/* Fails with a positive errno; for ever, or, if times is not 0, so many times. */
struct nrt_fault {
	u32 error;
	u32 times;
};

/* Written by the tester; each is a debugfs file, see control.c. */
struct nrt_settings {
	u32 supported;		/* component bits that a reset honours */
	u32 strict;		/* 1: EOPNOTSUPP unless every bit asked for is supported */
	u32 lie;		/* enum nrt_lie */
	u32 delay_ms;		/* how long the operation takes; RTNL is held meanwhile */
	u32 lose_carrier;	/* components whose reset loses the carrier */
	u32 down_after_ms;	/* the carrier goes so long after the operation has returned */
	u32 down_ms;		/* how long the carrier is lost; 0: not at all */
	u32 flaps;		/* so many more losses follow, of flap_ms each, flap_ms apart */
	u32 flap_ms;
	u32 stay_down;		/* 1: a lost carrier stays lost until 0 is written */
	u32 vanish_ms;		/* the netdev unregisters so long after a reset; 0: never */
	u32 detached;		/* 1: netif_device_detach() */
	u32 dead_datapath;	/* 1: packets vanish uncounted, carrier or not */
	struct nrt_fault reset;
	struct nrt_fault begin;
	struct nrt_fault reload_down;
	struct nrt_fault reload_up;
	struct nrt_fault probe;
};

/* Read by the tester. */
struct nrt_counters {
	u32 resets;		/* calls of the reset operation, failed ones too */
	u32 errors;		/* resets that failed */
	u32 last_in, last_out;	/* flags of the last reset, before and after */
	u32 component[32];	/* resets done, by flag bit */
	u32 begins;		/* calls of the begin operation: every ethtool ioctl makes one */
	u32 drvinfos;
	u32 opens, stops, probes, removes, reload_downs, reload_ups, tx;
	u64 carrier_up_ns;	/* CLOCK_REALTIME just before the carrier last came */
};

struct nrt_slot {
	unsigned int index;
	struct nrt_settings set;
	struct nrt_counters seen;
	struct platform_device *pdev;
	struct nrt_nic *nic;	/* while bound to the driver */
	struct net_device *ndev;
	struct delayed_work vanish;
};

/* devlink_priv */
struct nrt_nic {
	struct nrt_slot *slot;
	struct device *dev;
	struct devlink_port port;
};

/* main.c */
extern struct nrt_slot nrt_slots[NRT_MAX];
extern unsigned int nrt_count;
bool nrt_has_reset(const struct nrt_slot *slot);
int nrt_fault(struct nrt_fault *fault);

/* netdev.c */
struct nrt_slot *nrt_slot_of(struct net_device *ndev);
int nrt_netdev_make(struct nrt_nic *nic);
void nrt_netdev_drop(struct nrt_nic *nic);
void nrt_lose_carrier(struct net_device *ndev, const struct nrt_settings *set);
void nrt_heal(struct nrt_slot *slot);

/* ethtool.c */
extern const struct ethtool_ops nrt_ethtool_ops;
extern const struct ethtool_ops nrt_ethtool_ops_noreset;

/* devlink.c */
int nrt_devlink_make(struct platform_device *pdev, struct nrt_slot *slot);
void nrt_devlink_drop(struct platform_device *pdev);

/* control.c */
void nrt_control_defaults(struct nrt_slot *slot);
void nrt_control_make(void);
void nrt_control_drop(void);

#endif
